import Casework
import Record
import Repository
import Storage
import Templates

/// What a project has set for itself, in `.postmortem` of its working tree.
struct ProjectFiles {
  /// The root of the working tree.
  let root: String

  /// Those around a directory; nil outside of a working tree.
  static func around(_ workspace: Workspace) throws -> ProjectFiles? {
    try CaseDesk.around(workspace).map { ProjectFiles(root: $0.root) }
  }

  /// The settings; the defaults where there is no file.
  func settings() throws -> ProjectSettings {
    try settingsText().map { try ProjectSettings($0, name: ProjectSettings.path) } ?? ProjectSettings()
  }

  /// What the file of the settings holds; nil where there is none.
  func settingsText() throws -> [UInt8]? {
    let path = "\(root)/\(ProjectSettings.path)"
    guard FileTree.isFile(path) else { return nil }
    // A link that came with the repository would show or use any file of the reader's.
    try FileTree.checkWithin(root, path)
    return try FileTree.read(path)
  }

  /// Where a team puts templates of its own, from the root.
  static let templateDirectory = ".postmortem/templates"

  /// The templates of the sections.
  ///
  /// - Throws: `TemplateErrors`; `StrayTemplate` where a file there is named like no section.
  func templates() throws -> SectionTemplates { try SectionTemplates(overriding: ownTemplates()) }

  /// The texts of the team's own templates, each with its path from the root.
  func ownTemplates() throws -> [SectionKind: (text: [UInt8], file: String)] {
    let directory = "\(root)/\(Self.templateDirectory)"
    guard FileTree.isDirectory(directory) else { return [:] }
    var own: [SectionKind: (text: [UInt8], file: String)] = [:]
    for name in try FileTree.list(directory).sorted() where name.hasSuffix(".md") {
      let path = "\(Self.templateDirectory)/\(name)"
      guard let kind = SectionTemplates.files.first(where: { $0.name == name })?.kind else {
        throw StrayTemplate(path: path, name: name)
      }
      try FileTree.checkWithin(root, "\(root)/\(path)")
      own[kind] = (try FileTree.read("\(root)/\(path)"), path)
    }
    return own
  }
}

/// A file among the templates that is named like no section.
struct StrayTemplate: Error {
  var path: String
  var name: String
}

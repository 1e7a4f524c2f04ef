import Casework
import Review
import Storage

extension ProjectFiles {
  /// Where a team puts rules of its own, from the root.
  static let ruleDirectory = ".postmortem/rules"

  /// The review as the team has set it, with the rules that it has made.
  ///
  /// - Throws: `YAMLErrors` and `YAMLError` where a file says what it cannot; `DuplicateRule`.
  func review() throws -> RecordReview {
    let team = try teamRules()
    return RecordReview(settings: try reviewSettings(team: team), team: team)
  }

  /// How the team weighs the rules; the defaults where there is no file.
  func reviewSettings(team: TeamRules) throws -> ReviewSettings {
    try settingsText().map { try ReviewSettings($0, name: ProjectSettings.path, team: team) }
      ?? ReviewSettings()
  }

  /// The rules of the team's own, and those of the styles that it has chosen.
  func teamRules() throws -> TeamRules {
    var rules = TeamRules()
    for file in try ownRuleFiles() { try rules.add(TeamRules(FileTree.read("\(root)/\(file)"), file: file)) }
    for style in try styles() {
      let name = style.split(separator: "/").last.map(String.init) ?? style
      let files = try files(in: style, endingIn: [".yml", ".yaml"])
      guard !files.isEmpty else { throw NoStyle(directory: style) }
      for file in files {
        try rules.add(TeamRules(vale: FileTree.read("\(root)/\(file)"), style: name, file: file))
      }
    }
    return rules
  }

  /// The files and directories that decide about the review, as far as they can be read: whole paths.
  func reviewSources() -> [String] {
    let directories = [Self.ruleDirectory] + ((try? styles()) ?? [])
    let files = directories.flatMap { (try? self.files(in: $0, endingIn: [".yml", ".yaml"])) ?? [] }
    return ([ProjectSettings.path] + directories + files).map { "\(root)/\($0)" }
  }

  /// The directories of the styles that the team has chosen, from the root.
  private func styles() throws -> [String] {
    try settingsText().map { try ReviewSettings.styles(in: $0, name: ProjectSettings.path) } ?? []
  }

  /// The files of rules, from the root.
  func ownRuleFiles() throws -> [String] {
    try files(in: Self.ruleDirectory, endingIn: [".yaml", ".yml"])
  }

  /// The files of a directory of the working tree with such a name, from the root; none where there is no directory.
  private func files(in directory: String, endingIn endings: [String]) throws -> [String] {
    guard FileTree.isDirectory("\(root)/\(directory)") else { return [] }
    var files: [String] = []
    for name in try FileTree.list("\(root)/\(directory)")
    where endings.contains(where: { name.hasSuffix($0) }) {
      let path = "\(root)/\(directory)/\(name)"
      guard FileTree.isFile(path) else { continue }
      // A link that came with the repository would show any file of the reader's.
      try FileTree.checkWithin(root, path)
      files.append("\(directory)/\(name)")
    }
    return files
  }
}

/// A directory that is to be a style holds no rule.
struct NoStyle: Error {
  var directory: String
}

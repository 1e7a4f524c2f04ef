import Repository

/// Which files of a fix its origin is looked for in.
struct FixFiles {
  /// The files, those with the most changed lines first.
  let chosen: [ChangedFile]

  /// How many more were left out because there are so many.
  let leftOut: Int

  /// Files whose names are no text, now or before: no program can be asked for them.
  let unnameable: [TreePath]

  /// Whether only tests change.
  let isTestsOnly: Bool

  /// No more files than these are looked at.
  static let limit = 20

  init(of files: [ChangedFile]) {
    let lined = files.filter { !$0.isSubmodule && $0.addedLines != nil }
    let readable = lined.filter(Self.isNameable)
    unnameable = lined.filter { !Self.isNameable($0) }.map(\.path)
    let product = readable.filter { TestPath.reason($0.path) == nil }
    let source = product.filter { !Self.isAside($0.path) }
    isTestsOnly = product.isEmpty && !readable.isEmpty
    let kept = !source.isEmpty ? source : !product.isEmpty ? product : readable
    // Where lines go, blame has something to say; files of the same size stay in the order of git.
    let sorted = kept.enumerated().sorted {
      (Self.size($0.element), $1.offset) > (Self.size($1.element), $0.offset)
    }
    chosen = sorted.prefix(Self.limit).map(\.element)
    leftOut = kept.count - chosen.count
  }

  private static func isNameable(_ file: ChangedFile) -> Bool {
    file.path.isText && file.oldPath?.isText != false
  }

  private static func size(_ file: ChangedFile) -> Int {
    (file.addedLines ?? 0) + (file.deletedLines ?? 0)
  }

  /// Whether a file is no source: documents, translations, lists that tools write.
  static func isAside(_ path: TreePath) -> Bool {
    let name = path.name.lowercased()
    return asideNames.contains(name) || asideEndings.contains { name.hasSuffix($0) }
      || asideNames.contains(String(name.prefix { $0 != "." }))
  }

  private static let asideNames: Set<String> = [
    "readme", "changelog", "changes", "news", "authors", "copying", "license", "todo", "relnotes",
    "whats_new",
    "package-lock.json", "yarn.lock", "cargo.lock", "gemfile.lock", "composer.lock", "go.sum",
  ]

  private static let asideEndings = [
    ".md", ".markdown", ".rst", ".adoc", ".txt", ".tex", ".po", ".pot", ".svg", ".min.js", ".map", ".lock",
    ".csv",
  ]
}

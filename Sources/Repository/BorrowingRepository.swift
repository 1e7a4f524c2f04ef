import Storage

/// A private repository that borrows the objects of the user's: what is checked out of it, and whatever a repro
/// does with git in there (commits, tags, stashes, settings), never reaches the user's own.
public struct BorrowingRepository: Sendable {
  /// Where it is.
  public let directory: String

  /// Whose objects it borrows.
  public let lender: Repository

  /// The settings of the lender.
  let settings: GitConfiguration

  /// Makes the private repository in `directory`, which must not exist yet.
  public init(creating directory: String, borrowingFrom lender: Repository) throws {
    self.directory = directory
    self.lender = lender
    try FileTree.makeDirectory(directory)
    _ = try lender.git.output(
      [
        "init", "--quiet", "--bare", "--template=", "--initial-branch=postmortem-has-no-branch",
        "--object-format=\(lender.objectFormat)", directory,
      ], in: lender.directory)
    settings = GitConfiguration(
      listing: try lender.output(["config", "--includes", "--local", "--list", "-z"]))
    try borrow()
  }

  private func borrow() throws {
    try FileTree.makeDirectory("\(directory)/objects/info")
    try FileTree.makeDirectory("\(directory)/info")
    let objects = Self.quotedForAlternates("\(lender.commonDirectory)/objects")
    try FileTree.write(Array("\(objects)\n".utf8), to: "\(directory)/objects/info/alternates")
    for name in ["shallow", "info/attributes"] where FileTree.isFile("\(lender.commonDirectory)/\(name)") {
      try FileTree.write(FileTree.read("\(lender.commonDirectory)/\(name)"), to: "\(directory)/\(name)")
    }
    // `git describe` and the like see the user's names for commits.
    let references = try lender.output(
      [
        "for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/remotes", "refs/replace",
        "refs/tags",
      ])
    try FileTree.write(references, to: "\(directory)/packed-refs")
    try appendSettings()
  }

  /// Carries over what decides how files are checked out and where missing objects come from, and nothing that
  /// ties the user's own repository: no hooks, branches, working tree, monitors.
  private func appendSettings() throws {
    let sections = ["remote.", "filter.", "lfs.", "submodule.", "diff.", "merge.", "url.", "i18n."]
    let names: Set<String> = [
      "core.autocrlf", "core.eol", "core.symlinks", "core.filemode", "core.ignorecase", "core.safecrlf",
      "core.attributesfile", "core.excludesfile", "core.longpaths", "core.precomposeunicode",
      "core.protectntfs",
      "core.protecthfs", "extensions.partialclone",
    ]
    var kept = settings.filtered { name in names.contains(name) || sections.contains { name.hasPrefix($0) } }
    kept.append("core.hooksPath", "/dev/null")
    kept.append("core.fsmonitor", "false")
    kept.append("gc.auto", "0")
    kept.append("maintenance.auto", "false")
    kept.append("advice.detachedHead", "false")
    // Where git-lfs is wanted and not there, git could check nothing out: the pointers stay, and are told of.
    if !lender.git.hasProgram("git-lfs") {
      for setting in Self.withoutLFS { kept.append(setting.0, setting.1) }
    }
    if FileTree.isDirectory("\(lender.commonDirectory)/lfs") {
      kept.append("lfs.storage", "\(lender.commonDirectory)/lfs")
    }
    if isSparse {
      kept.append("core.sparseCheckout", "true")
      kept.append("core.sparseCheckoutCone", settings.value("core.sparsecheckoutcone") ?? "false")
    }
    let path = "\(directory)/config"
    try FileTree.write(FileTree.read(path) + Array(kept.fileText.utf8), to: path)
  }

  /// Settings under which files of Git LFS are taken as they are.
  static let withoutLFS = [
    ("filter.lfs.smudge", ""), ("filter.lfs.clean", ""), ("filter.lfs.process", ""),
    ("filter.lfs.required", "false"),
  ]

  /// Whether the user's working tree is a sparse checkout.
  public var isSparse: Bool {
    // Kept in config.worktree by newer gits: `--local` does not list that file, the question does.
    guard lender.workTree != nil else { return false }
    let answer = try? lender.line(["config", "--type=bool", "--get", "core.sparseCheckout"])
    return answer == "true" && FileTree.isFile("\(lender.gitDirectory)/info/sparse-checkout")
  }

  /// git reads the file of alternates a line each, and a line in double quotes as a quoted text of C; in the variable colons
  /// part them.
  static func quotedForAlternates(_ path: String) -> String {
    guard path.contains("\n") || path.contains(":") || path.hasPrefix("\"") || path.hasPrefix("#") else {
      return path
    }
    var quoted = "\""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\n": quoted += "\\n"
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

import Digest
public import Storage

/// Puts the skills into a directory, or takes them out of it, and leaves what somebody has edited.
public struct SkillInstaller: Sendable {
  /// The directory that holds a directory for each skill.
  public let directory: String

  /// Whether files that somebody has edited are replaced, too.
  public let overwrites: Bool

  /// Whether nothing is changed, and only said what would be.
  public let isDryRun: Bool

  private let files: [SkillFile]

  /// An installer for a directory.
  public init(in directory: String, overwrites: Bool = false, isDryRun: Bool = false) {
    self.init(in: directory, overwrites: overwrites, isDryRun: isDryRun, files: SkillFile.all)
  }

  init(in directory: String, overwrites: Bool = false, isDryRun: Bool = false, files: [SkillFile]) {
    self.directory = directory
    self.overwrites = overwrites
    self.isDryRun = isDryRun
    self.files = files
  }

  /// What became of a file, or would.
  public struct Step: Sendable, Equatable, Encodable {
    /// Its path, from the directory.
    public var path: String

    /// What became of it.
    public var action: Action
  }

  /// What can become of a file.
  public enum Action: String, Sendable, Encodable {
    /// There was none.
    case created

    /// It was as an earlier version had written it.
    case updated

    /// It is as it is to be.
    case unchanged

    /// Somebody has edited it: it stays.
    case edited

    /// Somebody had edited it, and it was replaced all the same.
    case replaced

    /// It is gone.
    case removed

    /// It, or a directory on the way to it, is a link that somebody made: nothing is written or removed through it.
    case linked
  }

  /// Writes all files, each as a whole.
  public func install() throws(FileError) -> [Step] {
    var steps: [Step] = []
    for skill in skills {
      let place = "\(directory)/\(skill)"
      if FileTree.isLink(place) {
        steps.append(Step(path: skill, action: .linked))
        continue
      }
      var receipt = SkillReceipt(in: place)
      let before = receipt
      for file in files where file.skill == skill {
        let path = "\(place)/\(file.path)"
        let action =
          leadsThroughLink(file.path, in: place) ? .linked : try action(for: file, at: path, receipt)
        steps.append(Step(path: "\(skill)/\(file.path)", action: action))
        if action == .edited || action == .linked { continue }
        receipt.files[file.path] = SHA256.hexadecimal(of: file.bytes)
        if action == .unchanged || isDryRun { continue }
        try FileTree.makeDirectory(Path.parent(path), mode: 0o755)
        if FileTree.isFile(path) {
          try FileTree.rewrite(file.bytes, at: path)
        } else {
          try FileTree.write(file.bytes, to: path, mode: 0o644)
        }
      }
      let current = Set(files.filter { $0.skill == skill }.map(\.path))
      steps += try remove(receipt.files.keys.filter { !current.contains($0) }, of: skill, &receipt)
      if !isDryRun, receipt != before { try receipt.write(in: place) }
    }
    return steps
  }

  /// Removes what was installed, and the directories that are empty then.
  public func remove() throws(FileError) -> [Step] {
    var steps: [Step] = []
    for skill in skills where FileTree.isDirectory("\(directory)/\(skill)") {
      let place = "\(directory)/\(skill)"
      if FileTree.isLink(place) {
        steps.append(Step(path: skill, action: .linked))
        continue
      }
      var receipt = SkillReceipt(in: place)
      // A copy that was made by hand is as good as one that we made.
      for file in files where file.skill == skill && receipt.files[file.path] == nil {
        receipt.files[file.path] = SHA256.hexadecimal(of: file.bytes)
      }
      steps += try remove(Array(receipt.files.keys), of: skill, &receipt)
      if isDryRun { continue }
      if receipt.files.isEmpty {
        try FileTree.remove("\(place)/\(SkillReceipt.name)")
      } else {
        try receipt.write(in: place)
      }
      try removeEmptyDirectories(in: place)
    }
    return steps
  }

  private var skills: [String] {
    files.map(\.skill).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private func action(
    for file: SkillFile, at path: String, _ receipt: SkillReceipt
  ) throws(FileError) -> Action {
    // A link that leads nowhere is somebody's, too: it is not written through.
    guard FileTree.size(path) != nil else { return .created }
    guard FileTree.isFile(path) else { return .edited }
    let there = try FileTree.read(path)
    if there == file.bytes { return .unchanged }
    if receipt.hasWritten(file.path, there) { return .updated }
    return overwrites ? .replaced : .edited
  }

  /// Removes files that are as they were installed; the receipt keeps what stays.
  private func remove(
    _ paths: [String], of skill: String, _ receipt: inout SkillReceipt
  ) throws(FileError) -> [Step] {
    var steps: [Step] = []
    for path in paths.sorted() {
      let whole = "\(directory)/\(skill)/\(path)"
      if leadsThroughLink(path, in: "\(directory)/\(skill)") {
        steps.append(Step(path: "\(skill)/\(path)", action: .linked))
        receipt.files[path] = nil
        continue
      }
      guard FileTree.isFile(whole) else {
        receipt.files[path] = nil
        continue
      }
      let isOurs = receipt.hasWritten(path, try FileTree.read(whole))
      steps.append(Step(path: "\(skill)/\(path)", action: isOurs || overwrites ? .removed : .edited))
      if !isOurs, !overwrites { continue }
      if !isDryRun { try FileTree.remove(whole) }
      receipt.files[path] = nil
    }
    return steps
  }

  /// Whether a file below a directory, or a directory on the way to it, is a link: what is behind it is somebody else's.
  private func leadsThroughLink(_ path: String, in directory: String) -> Bool {
    var place = directory
    for part in path.split(separator: "/") {
      place += "/\(part)"
      if FileTree.isLink(place) { return true }
    }
    return false
  }

  private func removeEmptyDirectories(in directory: String) throws(FileError) {
    for name in try FileTree.list(directory) {
      let path = "\(directory)/\(name)"
      if FileTree.isDirectory(path), !FileTree.isLink(path) { try removeEmptyDirectories(in: path) }
    }
    if try FileTree.list(directory).isEmpty { try FileTree.remove(directory) }
  }
}

import Digest
import Storage

/// What was installed in the directory of a skill: by it a file that somebody has edited is told from one of an earlier version.
struct SkillReceipt: Codable, Equatable {
  /// The name of its file, in the directory of the skill.
  static let name = ".installed-by-postmortem.json"

  /// The SHA-256 of each file as it was written, by its path.
  var files: [String: String] = [:]

  /// The receipt in a directory; an empty one where there is none, or none that can be read.
  init(in directory: String) {
    guard let bytes = try? FileTree.read("\(directory)/\(Self.name)"),
      let receipt = try? JSONText.decode(Self.self, from: bytes)
    else { return }
    // Paths come from a file that anybody may have written; they lead to files that may be removed.
    files = receipt.files.filter { Path.isWithin($0.key) }
  }

  /// Whether a file is as it was installed.
  func hasWritten(_ path: String, _ bytes: [UInt8]) -> Bool { files[path] == SHA256.hexadecimal(of: bytes) }

  /// Puts it where it belongs.
  func write(in directory: String) throws(FileError) {
    guard let bytes = try? JSONText.encodePretty(self) else { preconditionFailure("A receipt is JSON.") }
    try FileTree.write(bytes + [UInt8(ascii: "\n")], to: "\(directory)/\(Self.name)", mode: 0o644)
  }
}

import Scratch
import Storage
import Subprocess
import Testing

extension Bench {
  /// Runs the program with these arguments where the repository is.
  @discardableResult
  func call(_ arguments: String..., in directory: String = "", adding variables: [String: String] = [:])
    throws
    -> PostmortemProgram.Result
  {
    try program.run(
      arguments, in: "\(repository.path)/\(directory)",
      adding: ["SCRATCH": beside].merging(variables) { _, new in new })
  }

  /// Like `call`, and expects that it succeeds: what a test stands on.
  func prepare(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    let result = try program.run(arguments, in: repository.path, adding: ["SCRATCH": beside])
    #expect(result.ending == .exit(0), "\(result.error)", sourceLocation: sourceLocation)
  }

  /// Where the case of a key is.
  func place(_ key: String = "RILL-1") -> String { "\(repository.path)/.postmortem/cases/\(key)" }

  /// The `case.yaml` of a key.
  func caseText(_ key: String = "RILL-1") throws -> String {
    String(decoding: try FileTree.read("\(place(key))/case.yaml"), as: UTF8.self)
  }

  /// Writes the `case.yaml` of a key as a person would.
  func writeCase(_ text: String, _ key: String = "RILL-1") throws {
    try FileTree.write(Array(text.utf8), to: "\(place(key))/case.yaml")
  }

  /// The evidence of a key, a fact each.
  func evidence(_ key: String = "RILL-1") throws -> [JSONValue] {
    try FileTree.read("\(place(key))/evidence.jsonl").split(separator: UInt8(ascii: "\n")).map {
      try JSONText.decode(JSONValue.self, from: Array($0))
    }
  }

  /// Runs a script of several calls, in which `$P` is the program.
  func script(_ text: String) throws -> String {
    let command = Command(
      "sh", ["-c", text], environment: program.environment.merging(["P": program.path]) { $1 },
      workingDirectory: repository.path)
    return String(decoding: try Spawner().capture(command, timeLimit: .seconds(120)).output, as: UTF8.self)
  }

  static let mechanism = "add() drops the carry when `a` and `b` are odd."
}

import Scratch
import Subprocess

/// A repository in which a repro, `sh check.sh`, can be run at each commit, and what the commits are called.
struct OriginHistory {
  let repository: ScratchRepository
  let cache: String
  var ids: [String] = []

  init() throws {
    repository = try ScratchRepository()
    cache = "\(repository.surroundings.path)/cache"
  }

  /// Commits `value.txt`, which the repro looks at, and a file of the commit's own.
  @discardableResult
  mutating func add(_ value: String, _ files: [String: String] = [:]) throws -> String {
    try repository.write("\(ids.count)\n", to: "step.txt")
    try repository.write(value, to: "value.txt")
    for (file, text) in files { try repository.write(text, to: file) }
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message", "Step \(ids.count)")
    let id = try repository.git("rev-parse", "HEAD")
    ids.append(id)
    return id
  }

  func origin(_ words: [String], repro: String = "sh check.sh") throws -> (
    ending: Ending, report: JSONValue
  ) {
    let result = try PostmortemProgram().run(
      ["origin", "HEAD", "--run", "--repro", repro, "--cache", cache, "--json", "--max-time", "2m"] + words,
      in: repository.path)
    return (result.ending, try result.json())
  }

  /// What `check.sh` says: it fails where the value is not good.
  static let check = "grep -q good value.txt || { echo 'wanted good'; exit 1; }\n"

  /// A history of good commits and then bad ones, the last of which is mended; says where the bug began.
  @discardableResult
  mutating func fill(good: Int, bad: Int, check: String = Self.check) throws -> String {
    try add("good\n", ["check.sh": check])
    for _ in 1..<good { try add("good\n") }
    let origin = try add("bad\n")
    for _ in 1..<bad { try add("bad\n") }
    try add("good again\n")
    return origin
  }
}

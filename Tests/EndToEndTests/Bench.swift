import Scratch
import Storage
import Subprocess
import Testing

/// The program, a repository with a fix in it, and a place beside it where repros leave their marks.
///
/// A repro is `sh run.sh`: what it does is written in the two versions of that file, before the fix and after it.
struct Bench {
  let program: PostmortemProgram
  let repository: ScratchRepository

  /// The commit of the fix.
  let fix: String

  /// The directory beside the repository, `$SCRATCH` for repros.
  var beside: String { repository.surroundings.path }

  /// The repository of the defaults below, which is made once and copied for each test.
  init() throws {
    let original = try Self.original.get()
    program = try PostmortemProgram()
    repository = try ScratchRepository(copying: original.repository)
    fix = original.fix
  }

  private static let original = Result {
    let bench = try Bench(named: "repository")
    bench.repository.surroundings.removeAtExit()
    return bench
  }

  /// A repository whose HEAD turns one version of `run.sh` into the other.
  ///
  /// - Parameters:
  ///   - files: what the fix changes besides, as it is after it.
  init(
    before: String = "echo 'wanted 4, got 3'\nexit 1\n", after: String = "echo 'got 4'\n",
    files: KeyValuePairs<String, String> = [:], subject: String = "Mend the sum",
    named name: String = "repository"
  ) throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository(named: name)
    try repository.commit(["run.sh": before, "sub/run.sh": before], "Add the sum")
    for (file, text) in files { try repository.write(text, to: file) }
    fix = try repository.commit(["run.sh": after, "sub/run.sh": after], subject)
  }

  /// A part of a repro: it fails in every third of its runs, counted in a file beside the repository.
  static func failingEveryThirdTime(counter: String) -> String {
    """
    n=$(($(cat "$SCRATCH/\(counter)" 2>/dev/null || echo 0) + 1))
    echo "$n" > "$SCRATCH/\(counter)"
    [ $((n % 3)) -ne 0 ] || { echo 'wanted 4, got 3'; exit 1; }

    """
  }

  /// Runs `postmortem prove` with these arguments and expects the repository to be as it was, byte for byte, and no
  /// tree and no process to be left.
  ///
  /// - Parameter directory: where the user stands, relative to the root of the repository.
  func prove(
    _ arguments: [String], in directory: String = "", adding variables: [String: String] = [:],
    input: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> PostmortemProgram.Result {
    let before = try repository.digest()
    let result = try program.run(
      ["prove"] + arguments, in: "\(repository.path)/\(directory)",
      adding: ["SCRATCH": beside].merging(variables) { _, new in new }, input: input)
    expectEqualText(
      try repository.digest(), before, "The repository changed. ", sourceLocation: sourceLocation)
    #expect(try leftSessions() == [], "trees are left", sourceLocation: sourceLocation)
    #expect(try leftProcesses() == [], "processes are left", sourceLocation: sourceLocation)
    return result
  }

  /// Proves HEAD by `sh run.sh`, and gives the document.
  ///
  /// - Throws: an error where standard output is no JSON document.
  func report(
    _ arguments: [String] = [], repro: String = "sh run.sh", fix: [String] = ["HEAD"],
    in directory: String = "",
    adding variables: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> JSONValue {
    try prove(
      fix + ["--json", "--repro", repro] + arguments, in: directory, adding: variables,
      sourceLocation: sourceLocation
    ).json()
  }

  /// The directories of sessions that are still in the cache.
  func leftSessions() throws -> [String] {
    (try? FileTree.list("\(program.cache)/sessions")) ?? []
  }

  /// The processes that carry the variable of this bench's repros.
  func leftProcesses() throws -> [String] {
    #if os(Linux)
      let mark = Array("SCRATCH=\(beside)".utf8)
      return try FileTree.list("/proc").filter { name in
        guard Int(name) != nil, let environment = try? FileTree.read("/proc/\(name)/environ") else {
          return false
        }
        return environment.split(separator: 0).contains { $0.elementsEqual(mark) }
      }
    #else
      return []
    #endif
  }

  /// The text of a file beside the repository; nil where there is none.
  func text(beside name: String) -> String? {
    (try? FileTree.read("\(beside)/\(name)")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a file beside the repository; a text that begins with `#!` may be executed.
  func write(_ text: String, beside name: String) throws {
    try repository.write(text, to: "../\(name)")
  }
}

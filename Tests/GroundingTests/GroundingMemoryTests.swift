import Casework
import Grounding
import Record
import Repository
import Scratch
import Storage
import Subprocess
import Testing

/// Answers about objects of git are kept, and never where they may become wrong.
struct GroundingMemoryTests {
  let scratch: ScratchRepository
  let fix: String

  /// Holds a line for each call of git.
  let log: String
  let environment: [String: String]

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(
      ["src/far.c": "int far_away(void);\n", "src/queue.c": "int gone_name;\n"], "Begin")
    fix = try scratch.commit(["src/queue.c": "int kept_name;\nint second_line;\n"], "Keep the name (#67)")
    let directory = "\(scratch.surroundings.path)/bin"
    log = "\(scratch.surroundings.path)/calls"
    try FileTree.makeDirectory(directory)
    let path = ScratchRepository.environment["PATH"] ?? "/usr/bin:/bin"
    let script = "#!/bin/sh\necho \"$*\" >>'\(log)'\nPATH='\(path)' exec git \"$@\"\n"
    try FileTree.write(Array(script.utf8), to: "\(directory)/git", mode: 0o755)
    environment = ScratchRepository.environment.merging(["PATH": "\(directory):\(path)"]) { $1 }
  }

  private static let body = """
    `kept_name`, `far_away`, `gone_name`, `made_up_name`, `made_`, `src/queue.c`, `src/queue.c:2`, `src/queue.c:3`,
    `src/qeue.c`, `far.c`, `kept_nmae`.
    """

  /// How the names of the body stand, and the commands of git that were needed to tell.
  private func judge(_ body: String = Self.body, now: Int = .max) throws -> (
    [String: JudgedClaim], calls: [String]
  ) {
    if FileTree.isFile(log) { try FileTree.remove(log) }
    let repository = try Repository(around: scratch.path, environment: environment, spawner: Spawner())
    var sources = GroundingSources(repository, fix: [try repository.commit(fix)], excluded: ["docs"])
    sources.memory = GroundingMemory(at: "\(scratch.surroundings.path)/cache/a.json")
    sources.now = now
    let record = RecordDocument(Array("# A\n\n## Root cause\n\n\(body)\n".utf8))
    let judged = try Grounding(sources).judge(ClaimReader.claims(in: record))
    let calls = String(decoding: try FileTree.read(log), as: UTF8.self).split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    return (Dictionary(judged.map { ($0.claim.text, $0) }) { first, _ in first }, calls)
  }

  @Test func `a second look says the same and searches no files`() throws {
    let (first, calls) = try judge()
    #expect(calls.contains("grep"))
    #expect(first["made_up_name"]?.standing == .unsupported)
    #expect(first["src/qeue.c"]?.suggestion == "src/queue.c")
    #expect(first["src/queue.c:3"]?.standing == .unsupported)
    let (second, again) = try judge()
    #expect(second == first)
    // One question is left: which files differ from HEAD, for what its tree has not.
    #expect(Set(again).isDisjoint(with: ["grep", "ls-tree", "cat-file"]))
    #expect(again.count { $0 == "diff-index" } == 1)
  }

  @Test func `what is found asks for no files at all the second time`() throws {
    let body = "`kept_name`, `far_away`, `src/queue.c:2`"
    let (first, _) = try judge(body)
    let (second, calls) = try judge(body)
    #expect(second == first && first.values.allSatisfy { $0.standing == .found })
    #expect(Set(calls) == ["rev-parse", "log"])
  }

  @Test func `a name that is written into the working tree is found, and one that is taken out is not`()
    throws
  {
    #expect(try judge().0["made_up_name"]?.standing == .unsupported)
    try scratch.write("int far_away(void);\nint made_up_name;\n", to: "src/far.c")
    #expect(try judge().0["made_up_name"]?.source == "the working tree")
    #expect(try judge().0["made_up_name"]?.source == "the working tree")
    try scratch.write("int far_away(void);\n", to: "src/far.c")
    #expect(try judge().0["made_up_name"]?.standing == .unsupported)
  }

  @Test func `a name in the working tree alone is asked for again where its file may have changed unseen`()
    throws
  {
    try scratch.write("int far_away(void);\nint made_up_name;\n", to: "src/far.c")
    // By this clock the file was written just now.
    #expect(try judge("`made_up_name`", now: 0).0["made_up_name"]?.standing == .found)
    #expect(try judge("`made_up_name`", now: 0).calls.contains("grep"))
  }

  @Test func `another HEAD is looked into, and what was known of the fix is known`() throws {
    _ = try judge()
    try scratch.commit(["more.c": "int made_up_name;\n"], "More")
    _ = try scratch.git("checkout", "--quiet", fix)
    #expect(try judge().0["made_up_name"]?.standing == .unsupported)
    _ = try scratch.git("checkout", "--quiet", "main")
    #expect(try judge().0["made_up_name"]?.standing == .found)
  }

  @Test(arguments: ["", "{", "[]", #"{"format":0,"answers":{}}"#, #"{"format":1,"answers":{"a":{"b":"c"}}}"#])
  func `a file of answers that is damaged or of another version is none`(text: String) throws {
    let (first, _) = try judge()
    try FileTree.write(Array(text.utf8), to: "\(scratch.surroundings.path)/cache/a.json")
    #expect(try judge().0 == first)
  }

  @Test func `where nothing can be kept the answers are the same`() throws {
    try FileTree.write([], to: "\(scratch.surroundings.path)/cache")
    #expect(try judge().0["made_up_name"]?.standing == .unsupported)
  }
}

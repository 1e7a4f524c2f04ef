import Casework
import Repository
import Scratch
import Subprocess
import Testing

@testable import Origin

@Suite struct CircumstancesTests {
  let scratch: ScratchRepository

  private static func source(_ wait: String) -> String {
    "int submit_event(int streams)\n{\n  int event = next_event();\n\(wait)  push(event);\n  return event;\n}\n"
  }

  private static let fault = "  if (streams == 1)\n    return skip(event);\n"

  init() throws {
    scratch = try ScratchRepository()
  }

  private func facts(_ fix: String = "HEAD") throws -> [OriginReport.Circumstance] {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    var request = OriginRequest(fix: [fix])
    request.timeLimit = .seconds(120)
    let report = try OriginFinder(in: repository).find(request)
    #expect(report.unread == [])
    return report.slipped
  }

  private func fact(_ kind: OriginReport.Circumstance.Kind) throws -> OriginReport.Circumstance {
    let facts = try facts().filter { $0.kind == kind }
    #expect(facts.count == 1)
    return try #require(facts.first)
  }

  /// A history in which the bug comes with its second commit.
  private func bug(
    before: [String: String] = [:], with others: [String: String] = [:], _ subject: String = "Skip events"
  ) throws -> String {
    for (path, text) in before { try scratch.write(text, to: path) }
    try scratch.commit(["src/a.c": Self.source("")], "Begin")
    for (path, text) in others { try scratch.write(text, to: path) }
    return try scratch.commit(["src/a.c": Self.source(Self.fault)], subject)
  }

  private func fix(_ message: String = "Mend it", with others: [String: String] = [:]) throws {
    for (path, text) in others { try scratch.write(text, to: path) }
    try scratch.commit(["src/a.c": Self.source("  wait(event);\n")], message)
  }

  @Test func `the size of the change is told, and that it changes no test`() throws {
    let origin = try bug(with: ["doc": "1\n2\n"])
    try fix()
    #expect(try fact(.size).sentence == "\(origin.prefix(10)) changes 2 files, +4 −0.")
    #expect(try fact(.testsChanged).sentence == "It changes no test.")
    #expect(try fact(.size).commit == origin)
  }

  @Test func `tests that it changes are named`() throws {
    _ = try bug(with: ["tests/skip.c": "skip\n"])
    try fix()
    #expect(try fact(.testsChanged).sentence == "It changes tests: tests/skip.c.")
    #expect(try fact(.testsChanged).paths == ["tests/skip.c"])
  }

  @Test func `tests that named the function speak for a gap in what they ran`() throws {
    _ = try bug(before: ["tests/order.c": "x = submit_event(2);\n", "src/other.c": "submit_event(1);\n"])
    try fix(with: ["tests/later.c": "submit_event(1);\n"])
    let fact = try fact(.testsThen)
    #expect(fact.sentence == "Tests named submit_event then: tests/order.c.")
    #expect(fact.suggests == .workloadGap)
  }

  @Test func `a longer name is another function`() throws {
    _ = try bug(before: ["tests/order.c": "x = submit_events(2);\n"])
    try fix()
    #expect(try fact(.testsThen).sentence == "No test named submit_event then.")
    #expect(try fact(.testsThen).suggests == .ciGap)
  }

  @Test func `a tree without tests is said to be one, as far as names tell`() throws {
    _ = try bug()
    try fix(with: ["tests/later.c": "submit_event(1);\n"])
    let sentence = "Of the files that there were then, none is known as a test by its place or name."
    #expect(try fact(.testsThen).sentence == sentence)
  }

  @Test func `tests are known by quoted names and by their own, too`() throws {
    _ = try bug(before: ["src/a\"_test.go": "submit_event()\n", "src/b_test.go": "submit_event()\n"])
    try fix()
    #expect(
      try fact(.testsThen).sentence == "Tests named submit_event then: \"src/a\\\"_test.go\", src/b_test.go.")
  }

  @Test func `what a service was told is looked through for the folder of the fix's test`() throws {
    _ = try bug(before: [
      ".github/workflows/ci.yml": "run: make check_unit\n", ".travis.yml": "script: ls tests\n",
    ])
    try fix(with: ["tests/unit/later.c": "1\n"])
    let fact = try fact(.pipeline)
    #expect(fact.paths == [".github/workflows/ci.yml", ".travis.yml"])
    #expect(fact.sentence.hasPrefix("No settings of a service name unit/, where the fix's tests lie, in "))
    #expect(fact.suggests == nil)
  }

  @Test func `a service that names the folder is said to`() throws {
    _ = try bug(before: [".gitlab-ci.yml": "script: run tests/unit\n"])
    try fix(with: ["tests/unit/later.c": "1\n"])
    #expect(try fact(.pipeline).sentence == ".gitlab-ci.yml named unit/, where the fix's tests lie.")
  }

  @Test func `what a comment, a name for people or the key of a job says is no order`() throws {
    _ = try bug(before: [
      ".github/workflows/ci.yml": "# unit aren't run\nname: unit\njobs:\n  unit:\n    run: make # unit\n"
    ])
    try fix(with: ["tests/unit/later.c": "1\n"])
    #expect(try fact(.pipeline).sentence.hasPrefix("No settings of a service name unit/"))
  }

  @Test func `a folder may have a name of one letter, or of two words`() throws {
    _ = try bug(before: [
      ".travis.yml": "script: prove t/\n", ".gitlab-ci.yml": "script: run unit-tests/all\n",
    ])
    try fix(with: ["t/later.t": "1\n", "unit-tests/later.c": "1\n"])
    #expect(try fact(.pipeline).paths == [".gitlab-ci.yml", ".travis.yml"])
    #expect(try fact(.pipeline).sentence.contains(" named t/, unit-tests/, where the fix's tests lie."))
  }

  @Test func `where nothing is known of a service that is all that is said`() throws {
    _ = try bug()
    try fix()
    #expect(try fact(.pipeline).sentence.hasPrefix("No settings of a service that runs tests are known"))
  }

  @Test func `a fix that changes what services run speaks for a gap there`() throws {
    _ = try bug()
    try fix(with: [".github/workflows/ci.yml": "run: make check\n"])
    #expect(try fact(.pipelineMended).suggests == .ciGap)
    #expect(try fact(.pipelineMended).paths == [".github/workflows/ci.yml"])
  }

  @Test func `lines that are older than a commit elsewhere speak for latent code`() throws {
    let owner = try bug()
    let origin = try scratch.commit(["src/b.c": "streams = 1;\n"], "Use one stream")
    try fix("Mend it\n\nFixes: \(origin)")
    let fact = try fact(.olderLines)
    #expect(fact.suggests == .latentCode)
    #expect(fact.sentence.contains("\(owner.prefix(10)) ("))
    #expect(fact.sentence.hasSuffix("\(origin.prefix(10)) changes none of the files that the fix mends."))
    #expect(fact.paths == ["src/a.c"])
  }

  @Test func `tests break no code elsewhere, however young they are`() throws {
    _ = try bug()
    let origin = try scratch.commit(["tests/b.c": "streams = 1;\n"], "Use one stream")
    try fix("Mend it\n\nFixes: \(origin)")
    #expect(try facts().allSatisfy { $0.kind != .olderLines })
  }

  @Test func `the owner of the lines has no older ones`() throws {
    _ = try bug()
    try fix()
    #expect(try facts().allSatisfy { $0.kind != .olderLines })
  }

  @Test func `an origin that was to repair something speaks for an incomplete fix`() throws {
    let origin = try bug("Fix the order of events")
    try fix()
    #expect(try fact(.earlierFix).suggests == .incompleteFix)
    #expect(
      try fact(.earlierFix).sentence == "\(origin.prefix(10)) says of itself that it repairs something.")
  }

  @Test func `a root commit is measured against nothing`() throws {
    let origin = try scratch.commit(["src/a.c": Self.source(Self.fault)], "Begin")
    try fix()
    #expect(try fact(.size).sentence == "\(origin.prefix(10)) changes 1 file, +8 −0.")
  }

  @Test func `without an origin nothing is told`() throws {
    try scratch.commit(["a.bin": "\0"], "Begin")
    try scratch.commit(["a.bin": "\0\0"], "Mend it")
    #expect(try facts() == [])
  }
}

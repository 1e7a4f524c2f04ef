import Scratch
import Storage
import Subprocess
import Testing

@Suite struct OriginTests {
  /// The bundled example, unpacked.
  private static func example(in place: TemporaryDirectory) throws -> String {
    let tests = Path.parent(Path.parent(#filePath))
    let repository = "\(place.path)/rill"
    let unpacked = try Spawner().capture(
      Command(
        "sh", ["\(Path.parent(tests))/Examples/rill/unpack", repository],
        environment: ScratchRepository.environment, workingDirectory: place.path))
    try #require(unpacked.outcome.ending == .exit(0))
    return repository
  }

  /// The text of well-formed XML, as a parser of others reads it.
  private static func textOfXML(_ xml: String) throws -> String {
    let place = try TemporaryDirectory()
    try FileTree.write(Array(xml.utf8), to: "\(place.path)/it.xml")
    let program = "import xml.etree.ElementTree as E; print(''.join(E.parse('it.xml').getroot().itertext()))"
    let read = try Spawner().capture(
      Command(
        "python3", ["-c", program], environment: ScratchRepository.environment, workingDirectory: place.path))
    try #require(read.outcome.ending == .exit(0))
    return String(decoding: read.output, as: UTF8.self)
  }

  @Test func `of the example the March commit is the owner of the lines that the fix removes`() throws {
    let place = try TemporaryDirectory()
    let repository = try Self.example(in: place)
    let program = try PostmortemProgram()
    let result = try program.run(["origin", "e3dcc8a", "--json", "--max-time", "2m"], in: repository)
    let report = try result.json()
    #expect(report["schema"].text == "postmortem/origin/1")
    let owner = try #require(
      report["candidates"].elements.first { $0["commit"]["commit"].text?.hasPrefix("0108ac5") == true })
    #expect(owner["reasons"].texts.first == "last touched all 6 lines that the fix removes")
    #expect(report["candidates"].elements.first == owner)
    #expect(result.ending == .exit(report["verdict"].text == "not-determined" ? 3 : 0))
    let tests = try #require(report["slipped"].elements.first { $0["kind"].text == "tests-then" })
    #expect(tests["paths"].texts == ["tests/test_scheduler.c"] && tests["suggests"].text == "workload-gap")
  }

  @Test func `what is found goes into the case that the fix belongs to, as found, and draft suggests it`()
    throws
  {
    let bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    let result = try bench.call("origin", "RILL-1", "--json", "--max-time", "2m")
    let report = try result.json()
    let number = try bench.evidence().count
    #expect(report["notes"].texts.contains("Kept as E\(number) of the case RILL-1."))
    let kept = try #require(try bench.evidence().last)["fact"]["origin"]
    #expect(kept["fix"].text == bench.fix)
    #expect(kept["sentence"] == report["sentence"])
    let digest = try #require(kept["digest"].text)
    let bytes = try FileTree.read("\(bench.place())/logs/origin-\(digest.prefix(12)).json")
    #expect(try JSONText.decode(JSONValue.self, from: bytes)["schema"].text == "postmortem/origin/1")
    // A later search takes the place of the earlier one; neither closes the case or opens its gate.
    #expect(try bench.call("origin", "HEAD").output.contains("Kept as E\(number + 1) of the case RILL-1."))
    #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
  }

  @Test func `the text says what is likely, from what, and why`() throws {
    let bench = try Bench()
    let text = try bench.call("origin", "HEAD", "--max-time", "2m").output
    #expect(text.hasPrefix("MOST LIKELY, FROM HISTORY ALONE\n") || text.hasPrefix("NOT DETERMINED\n"))
    #expect(text.contains("Add the sum (Ada Byron, 2026-03-01)"))
    #expect(text.contains("last touched"))
    #expect(!text.contains("found"))
  }

  @Test(arguments: [
    (["origin", "no-such-thing"], "unknown-revision", Int32(1)),
    (["origin", "HEAD~1"], "root-commit", 1),
    (["origin", "HEAD", "--max-time", "0s"], "not-positive", 2),
    (["origin", "HEAD", "--case", "RILL-9"], "no-case", 2),
  ])
  func `what cannot be answered is an error with a word`(_ words: [String], _ code: String, _ status: Int32)
    throws
  {
    let bench = try Bench()
    let result = try bench.program.run(words + ["--json"], in: bench.repository.path)
    #expect(result.ending == .exit(status))
    #expect(try result.json()["error"]["code"].text == code)
  }

  @Test func `secrets in the lines of a fix do not come out`() throws {
    let secret = SecretTests.token
    let bench = try Bench(before: "if [ \"$TOKEN\" = \(secret) ]; then exit 1; fi\n", after: "exit 0\n")
    let result = try bench.call("origin", "HEAD", "--json", "--max-time", "2m")
    #expect(!result.output.contains(secret))
  }

  @Test func `the timeline is drawn, whatever the subjects hold`() throws {
    let bench = try Bench()
    let repository = bench.repository
    try repository.commit(["sum.c": "int sum(int a)\n{\n  return a;\n}\n"], "Add <b>: #1; \"x\" & `y`")
    try repository.git("tag", "v0.9.0")
    try repository.git("config", "remote.origin.url", "https://ada:secret@example.com/rill.git")
    try repository.commit(
      ["sum.c": "int sum(int a)\n{\n  return a + 1;\n}\n"],
      "Fix it\n\nFixes: \(repository.git("rev-parse", "HEAD"))")
    try repository.git("tag", "v0.9.1")
    let drawing = try bench.call("origin", "HEAD", "--format", "svg", "--max-time", "2m")
    #expect(drawing.ending == .exit(0))
    let picture = try Self.textOfXML(drawing.output)
    for words in [
      "introduced, says the fix's message", "Add <b>: #1; \"x\" & `y`", "v0.9.0",
      "first release with the fix",
    ] {
      #expect(picture.contains(words))
    }
    let diagram = try bench.call("origin", "HEAD", "--format", "mermaid", "--max-time", "2m").output
    #expect(diagram.hasPrefix("timeline\n    title "))
    #expect(diagram.contains(" Add #60;b#62;#58; #35;1#59; #34;x#34; #38; #96;y#96;\n"))
    let affected = try bench.call("origin", "HEAD", "--format", "osv", "--max-time", "2m").json()["affected"]
      .elements[0]
    #expect(affected["versions"].texts == ["v0.9.0"])
    let range = affected["ranges"].elements[0]
    #expect(range["repo"].text == "https://example.com/rill.git")
    let (origin, fix) = (try repository.git("rev-parse", "HEAD~"), try repository.git("rev-parse", "HEAD"))
    #expect(range["events"].elements.map { $0["introduced"].text ?? $0["fixed"].text } == [origin, fix])
    #expect(affected["database_specific"]["verdict"].text == "named")
  }

  @Test func `where nothing is determined no version is called affected`() throws {
    let bench = try Bench()
    try bench.repository.commit(["other.bin": "\0"], "Add")
    try bench.repository.commit(["other.bin": "\0\0"], "Mend")
    let result = try bench.call("origin", "HEAD", "--format", "osv")
    #expect(result.ending == .exit(3))
    #expect(try result.json()["affected"].elements.isEmpty)
  }
}

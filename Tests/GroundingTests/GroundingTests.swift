import Casework
import Grounding
import Record
import Repository
import Scratch
import Subprocess
import Testing

/// Claims are held against real repositories.
struct GroundingTests {
  let scratch: ScratchRepository
  let fix: String

  init() throws {
    scratch = try ScratchRepository()
    try scratch.commit(
      ["src/other.c": "int far_away(void);\n", "docs/old/A.md": "`made_up_name`\n"], "Begin")
    try scratch.commit(
      ["src/queue.c": "int queue_push(int gone_name)\n{\n  return 1;\n}\n"], "Add the queue (#12)")
    _ = try scratch.git("tag", "v1.0.0")
    fix = try scratch.commit(
      [
        "src/queue.c": "int queue_push(int kept_name)\n{\n  return 2;\n}\n",
        "tests/test_queue.c": "void test_push(void);\n",
      ],
      "Keep the name (#67)")
  }

  private func judge(
    _ body: String, in section: String = "Root cause", measured: [GroundingSources.Text] = [],
    attested: [GroundingSources.Text] = [], gap: String = ""
  ) throws -> [String: JudgedClaim] {
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let sources = GroundingSources(
      repository, fix: [try repository.commit(fix)], excluded: ["docs/old"], measured: measured,
      attested: attested, gap: gap)
    let record = RecordDocument(Array("# A\n\n## \(section)\n\n\(body)\n".utf8))
    let judged = try Grounding(sources).judge(ClaimReader.claims(in: record))
    return Dictionary(judged.map { ($0.claim.text, $0) }, uniquingKeysWith: { first, _ in first })
  }

  @Test(arguments: [
    ("queue_push", "the files that the fix changes"), ("gone_name", "the files that the fix changes"),
    ("far_away", "the working tree"), ("test_push", "the files that the fix changes"),
  ])
  func `a name is found where it stands, before the fix, after it, or anywhere`(name: String, place: String)
    throws
  {
    let judged = try judge("`\(name)`")
    #expect(judged[name]?.standing == .found)
    #expect(judged[name]?.source == place)
  }

  @Test(arguments: [
    ("`queue_pusch`", "queue_pusch", "queue_push"), ("`src/queu.c`", "src/queu.c", "src/queue.c"),
    ("`tets_push`", "tets_push", "test_push"),
  ])
  func `a slip of the pen is unsupported, and what was meant is told`(
    body: String, text: String, meant: String
  ) throws {
    let judged = try judge(body)
    #expect(judged[text]?.standing == .unsupported)
    #expect(judged[text]?.suggestion == meant)
  }

  @Test(arguments: [
    ("`voi`", "voi", "void"), ("`src/queue.cx`", "src/queue.cx", "src/queue.c"),
    ("`queue.d`", "queue.d", "queue.c"),
    ("See src/queue.cc_ or src/queue.cx.", "src/queue.cx", "src/queue.c"),
    ("`tests/test_queue.ca`", "tests/test_queue.ca", "tests/test_queue.c"),
  ])
  func `a slip in a short word, or in the ending of a file, is told`(
    body: String, text: String, meant: String
  ) throws {
    let judged = try judge(body)
    #expect(judged[text]?.standing == .unsupported)
    #expect(judged[text]?.suggestion == meant)
  }

  @Test(arguments: ["foo", "int", "GET", "point.x", "src/queue.docs", "queue.push"])
  func `what may be no name, and is not nearly something that is there, tells nothing`(text: String) throws {
    #expect(try judge("`\(text)`")[text]?.isIdle == true)
  }

  @Test func `what was meant is told of a path that begins further down, too`() throws {
    let more = try scratch.commit(["lib/core/src/stack.c": "int s;\n"], "More")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`core/src/stak.c` and `src/stack.cx`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(more)]))
      .judge(ClaimReader.claims(in: record)).filter { $0.claim.kind == .path }
    #expect(judged.map(\.suggestion) == ["core/src/stack.c", "src/stack.c"])
  }

  @Test func `a member of a value is no file with a slip, where the code has it`() throws {
    let more = try scratch.commit(["m.c": "int n = queue.d;\n"], "More")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`queue.d`, `queue.e`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(more)]))
      .judge(ClaimReader.claims(in: record)).filter { $0.claim.kind == .path }
    #expect(judged.map(\.standing) == [nil, .unsupported])
  }

  @Test func `a name may be cut short at an underscore, and nowhere else`() throws {
    #expect(try judge("`test_push_b` and `queue`, `far_away`")["far_away"]?.standing == .found)
    #expect(try judge("`far_aw`")["far_aw"]?.standing == .unsupported)
    try scratch.commit(["t.c": "void test_02_21_reconnect(void);\n"], "More")
    #expect(try judge("`test_02_21`")["test_02_21"]?.standing == .unsupported)
    let more = try scratch.git("rev-parse", "HEAD")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`test_02_21`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(more)]))
      .judge(ClaimReader.claims(in: record))
    #expect(judged.map(\.standing) == [.found])
    #expect(judged.first?.source.hasSuffix("as the beginning of a name") == true)
  }

  @Test
  func `a name may end where a capital goes on in the files of the fix, and not where a small letter does`()
    throws
  {
    let more = try scratch.commit(["t.go": "func TestFindCaseless() {}\n"], "Mend the search")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`TestFind` and `TestFindCas`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(more)])).judge(
      ClaimReader.claims(in: record))
    #expect(judged.map(\.standing) == [.found, .unsupported])
  }

  @Test(arguments: [
    ("`far_`", Standing?.some(.found)), ("`ar_away`", .unsupported), ("`queue_pu`", .unsupported),
  ])
  func `a beginning begins where the name does, and ends at an underscore`(
    body: String, standing: Standing?
  ) throws {
    #expect(try judge(body).values.map(\.standing) == [standing])
  }

  @Test func `a file is called by its name without an ending, too`() throws {
    #expect(try judge("`other`")["other"]?.source == "the name of a file in the fix \(fix.prefix(10))")
  }

  @Test func `a path that files of the repository name is found, be it one of another project`() throws {
    let more = try scratch.commit(
      [".gitignore": "/out/config.h\n", "t.c": "#include <ssl/base.h>\n"], "More")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`config.h`, `ssl/base.h`, `ssl/bare.h`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(more)]))
      .judge(ClaimReader.claims(in: record))
    #expect(judged.map(\.standing) == [.found, .found, .unsupported])
    #expect(judged[1].source == "the fix \(more.prefix(10)), whose files name it")
  }

  @Test func `names that are gone when the fix is made are found in its history`() throws {
    _ = try scratch.git("rm", "--quiet", "src/other.c")
    try scratch.commit(["src/queue.c": "int q;\n"], "Take queue_push out, as the_ticket says")
    try scratch.commit(["src/queue.c": "int r;\n"], "Rename")
    let last = try scratch.commit(["src/queue.c": "int s;\n"], "Mend\n\nSee own_message.")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let body = "`kept_name`, `the_ticket`, `own_message`, `kept_nam`, `src/other.c`, `src/othr.c`, `other.c`"
    let record = RecordDocument(Array("# A\n\n## Fix\n\n\(body)\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(last)]))
      .judge(ClaimReader.claims(in: record))
    #expect(
      judged.map(\.standing) == [
        .found, .found, .unsupported, .unsupported, .unsupported, .unsupported, .unsupported,
      ])
    #expect(judged[0].source == "earlier versions of the files that the fix changes")
    #expect(judged[1].source == "the message of an earlier commit")
  }

  @Test func `earlier records vouch for nothing`() throws {
    #expect(try judge("`made_up_name`")["made_up_name"]?.standing == .unsupported)
  }

  @Test func `a record that the fix itself brings does not vouch for itself`() throws {
    let more = try scratch.commit(
      ["docs/old/B.md": "`other_made_up`\n", "t.c": "int real_name;\n"], "More")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`other_made_up`, `real_name`\n".utf8))
    let sources = GroundingSources(
      repository, fix: [try repository.commit(more)], excluded: ["docs/old"])
    let judged = try Grounding(sources).judge(ClaimReader.claims(in: record))
    #expect(judged.map(\.standing) == [.unsupported, .found])
  }

  @Test func `a name in quotation marks beyond ASCII is a name`() throws {
    let more = try scratch.commit(["t.md": "Call “curly_name” first.\n"], "More")
    try scratch.commit(["t.md": "Call nothing.\n"], "Less")
    let last = try scratch.git("rev-parse", "HEAD")
    #expect(last != more)
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let record = RecordDocument(Array("# A\n\n## Fix\n\n`curly_name`\n".utf8))
    let judged = try Grounding(GroundingSources(repository, fix: [try repository.commit(last)]))
      .judge(ClaimReader.claims(in: record))
    #expect(judged.map(\.standing) == [.found])
  }

  @Test(arguments: [
    ("`src/queue.c`", Standing?.some(.found)), ("`queue.c`", .found), ("`tests/`", .found),
    ("`src/none.c`", .unsupported),
    ("`queue.c:4`", .found), ("`queue.c:5`", .unsupported), ("`none.c:1`", .unsupported),
    ("`v1.0.0`", .found),
    ("`v9.0.0`", nil), ("#67", .found), ("#99", nil), ("#6", nil),
    ("`0123456789abc`", .unsupported),
  ])
  func `paths, lines, releases, references and commits are looked up`(
    body: String, standing: Standing?
  ) throws {
    #expect(try judge(body).values.map(\.standing) == [standing])
  }

  @Test func `the fix is known by any abbreviation of it`() throws {
    let name = String(fix.prefix(9))
    guard name.contains(where: \.isLetter), name.contains(where: \.isNumber) else { return }
    #expect(try judge("`\(name)`")[name]?.source == "the fix \(fix.prefix(10))")
  }

  @Test func `figures and output are held against what was measured and attested`() throws {
    let log = GroundingSources.Text(label: "E1", bytes: Array("failed 10 of 10\nwait for event 3\n".utf8))
    let said = GroundingSources.Text(label: "E2", bytes: Array("seen 77 times".utf8))
    let judged = try judge(
      "It failed 10 times, 77 and 99.", in: "Validation", measured: [log], attested: [said])
    #expect(judged["10"]?.standing == .measured)
    #expect(judged["77"]?.standing == .attested)
    #expect(judged["99"]?.standing == .unsupported)
    let output = try judge("```\nwait for event 3\nwait for event 4\n```", in: "Symptom", measured: [log])
    #expect(output["wait for event 3"]?.source == "E1")
    #expect(output["wait for event 4"]?.standing == .unsupported)
    #expect(try judge("It failed 99 times.", in: "Validation")["99"]?.standing == nil)
  }

  @Test(arguments: [
    ("10", true), ("250", true), ("1,000", true), ("1000", true), ("1.5", true), ("12", false), ("5", false),
    ("000", false), ("7", false), ("3", true), ("44", false),
  ])
  func `a figure stands in evidence as a whole, and no part of another one or of a name does for it`(
    figure: String, stands: Bool
  ) throws {
    let log = GroundingSources.Text(
      label: "E1", bytes: Array("10 runs, 250ms each, 1,000 at 1.5 % (v12, ab7f3, e12), [3,44.5]\n".utf8))
    let judged = try judge("It failed \(figure) times.", in: "Validation", measured: [log])
    #expect(judged[figure]?.standing == (stands ? .measured : .unsupported))
  }

  /// What runners print, and what is said of it.
  @Test(arguments: [
    ("3 passed, 2 failed in 0.31s", "2 tests failed.", true),
    ("3 passed, 2 failed in 0.31s", "5 tests failed.", false),
    ("Ran 12 tests in 0.004s\nFAILED (failures=3)", "3 tests failed.", true),
    ("Ran 12 tests in 0.004s\nFAILED (failures=3)", "4 tests failed.", false),
    (
      "running 12 tests\ntest result: FAILED. 9 passed; 3 failed; 0 ignored", "3 of the 12 tests failed.",
      true
    ),
    ("67% tests passed, 1 tests failed out of 3", "1 of 3 tests failed.", true),
    ("67% tests passed, 1 tests failed out of 3", "2 tests failed.", false),
    ("Tests run: 12, Failures: 3, Errors: 0", "3 tests failed, with 0 errors.", true),
    ("ok 1 - a\nnot ok 2 - b\n1..2", "Test 2 fails.", true),
    ("ok 7 - a\n# Ran 9 tests", "8 tests pass.", false),
    ("failed in 7 of 9 runs", "It failed in 7 of 9 runs.", true),
    ("failed in 7 of 9 runs (4 | 5)", "It failed in 5 runs.", false),
    ("failed in 7 of 9 runs (4 | 5)", "It failed in 4 builds.", true),
    ("7/9 after 12 s", "It failed in 7 of 9 runs.", true),
    ("heap of 4 MB\n| 2 |", "It holds 2 MB.", false),
    ("heap of 4 MB\n| 2 |", "It holds 2 locks.", true),
    ("1 file changed, 4 insertions(+)\n f.c | 6 ++++--", "6 insertions in 1 file.", false),
    ("waited for 5 s, then 8s", "It waits 8 s.", true),
    ("step 3 of 9 took 5 s", "It waits 3 s at step 3.", true),
    ("running 5 tests\ntest result: FAILED. 1 passed; 4 failed", "4 of 5 tests fail.", true),
    ("running 5 tests\ntest result: FAILED. 1 passed; 4 failed", "2 of 5 tests fail.", false),
    ("8 tests completed, 3 failed", "3 tests fail.", true),
    ("8 examples, 2 failures", "2 examples fail.", true),
    ("sent 8 requests, 3 failed, 5 ok", "5 requests succeed.", true),
    ("stress: 3 runs so far, 2 failures", "It fails in 2 of 3 runs.", true),
    ("Received: 4\n\nTest Suites: 1\n 9 passed", "9 tests pass.", true),
    ("Total Test time (real) =   5.00 sec, 12 seconds of set-up", "It took 5 seconds.", true),
  ])
  func `one digit stands in evidence where it counts the same there, or where nothing there counts that`(
    evidence: String, sentence: String, stands: Bool
  ) throws {
    let log = GroundingSources.Text(label: "E1", bytes: Array(evidence.utf8))
    let judged = try judge(sentence, in: "Validation", measured: [log])
    #expect(judged.values.allSatisfy { $0.standing == .measured } == stands, "\(judged)")
  }

  @Test func `a figure stands in the lines that the fix changes, and not in others of its files`() throws {
    try scratch.commit(["n.c": "a = 4096;\n\n\n\n\n\n\n\n\nb = 77;\n"], "Numbers")
    let more = try scratch.commit(["n.c": "a = 4096;\n\n\n\n\n\n\n\n\nb = 78; c = 8;\n"], "One more")
    let repository = try Repository(
      around: scratch.path, environment: ScratchRepository.environment, spawner: Spawner())
    let log = GroundingSources.Text(label: "E1", bytes: Array("done\n".utf8))
    let record = RecordDocument(Array("# A\n\n## Validation\n\nNow 78, not 77, 4096 or 8.\n".utf8))
    let judged = try Grounding(
      GroundingSources(repository, fix: [try repository.commit(more)], measured: [log])
    ).judge(ClaimReader.claims(in: record))
    // One digit says nothing of what it counts.
    #expect(judged.map(\.standing) == [.found, .found, .unsupported, .unsupported])
    #expect(judged.first?.source == "the lines that the fix changes")
  }

  @Test func `a name of the system is not false, though the repository has it nowhere`() throws {
    let judged = try judge(
      "`SIGSEGV` in `mmap`, `EFBIG`, `__init_subclass__` and `pthread_cond_wait`; not `SIGSEGVX`.")
    #expect(judged["SIGSEGVX"] == nil || judged["SIGSEGVX"]?.standing == .unsupported)
    for name in ["SIGSEGV", "mmap", "EFBIG", "__init_subclass__", "pthread_cond_wait"] {
      #expect(judged[name].map { $0.standing == nil } ?? true, "\(name)")
    }
    #expect(judged["pthread_cond_wait"]?.source == "a name of the system, and none of this repository")
  }

  @Test func `what is not here is not false`() throws {
    let judged = try judge("`made_up_name` and `queue_push`", gap: "the clone is shallow")
    #expect(judged["made_up_name"]?.standing == nil)
    #expect(judged["made_up_name"]?.source == "the clone is shallow")
    #expect(judged["queue_push"]?.standing == .found)
  }
}

import Grounding
import Record
import Testing

/// What in a record can be looked up.
struct ClaimReaderTests {
  static func claims(_ body: String, in section: String = "Root cause") -> [String] {
    ClaimReader.claims(in: RecordDocument(Array("# A\n\n## \(section)\n\n\(body)\n".utf8))).map {
      "\($0.kind.rawValue) \($0.text)"
    }
  }

  @Test(arguments: [
    ("`scheduler_submit`", ["identifier scheduler_submit"]), ("`copyFile()`", ["identifier copyFile"]),
    ("`stream_count == 1`", ["identifier stream_count"]),
    ("`Queue::push`", ["identifier Queue", "identifier push"]),
    ("`event->done`", ["identifier event", "identifier done"]), ("`--trace`", ["identifier trace"]),
    ("`src/queue.c`", ["path src/queue.c"]), ("`queue.c:12`", ["line queue.c:12"]),
    ("`src/queue.c:12-14`", ["line src/queue.c:12"]),
    ("`tests/test_a.py::test_copy`", ["path tests/test_a.py", "identifier test_copy"]),
    ("`0108ac5982`", ["commit 0108ac5982"]), ("`v0.4.0`", ["version v0.4.0"]), ("`#67`", ["reference #67"]),
    ("`oom`", ["identifier oom"]), ("`queue.cc_`", ["identifier queue", "identifier cc_"]),
    ("`queue.cx`", ["path queue.cx", "identifier queue"]), ("`src/queue.ccx`", ["path src/queue.ccx"]),
    ("`./repro.sh`", ["path repro.sh"]), ("`.github/workflows/ci.yml`", ["path .github/workflows/ci.yml"]),
  ])
  func `a code span is read for what it names`(body: String, claims: [String]) {
    #expect(Self.claims(body) == claims)
  }

  @Test(arguments: [
    "`==`", "`0`", "`a`", "`make check`", "`wait for event 3`", "`'text'`", "`$HOME/bin`",
    "`https://a.b/c.html`", "`%d`",
    "`{}`", "`and/or`", "`/tmp/x.c`", "`0x1F`", "`github.com/a/b.c`",
    "`-Werror`", "`-DMY_FLAG=1`", "`GODEBUG=gctrace=1`", "`LD_PRELOAD=lib_a.so`", "`.git/refs/heads/main`",
    "src/unix/linux.c#L834",
  ])
  func `what names nothing of the repository is no claim`(body: String) {
    #expect(Self.claims(body) == [])
  }

  @Test(arguments: [
    ("It began with 0108ac5982.", ["commit 0108ac5982"]), ("See src/queue.c, line 3.", ["path src/queue.c"]),
    ("It crashes (src/queue.c:12).", ["line src/queue.c:12"]), ("Fixed by #67.", ["reference #67"]),
    ("scheduler_submit() returns", ["identifier scheduler_submit"]),
    ("Released in v0.4.0.", ["version v0.4.0"]),
    ("Bump .github/workflows/ci.yml.", ["path .github/workflows/ci.yml"]),
    ("As in ...src/queue.c", ["path src/queue.c"]), ("See src/queue.ccx.", ["path src/queue.ccx"]),
    ("Fixes e.g. a/b.c and I/O, 1/2.5 and queue.ccx", ["path a/b.c"]),
    ("“queue_push” is quoted", []), ("JavaScript and and/or, 1234567 times, deadbeef", []),
    ("It took 3 s.", []),
  ])
  func `prose is read for what can be nothing else`(body: String, claims: [String]) {
    #expect(Self.claims(body) == claims)
  }

  @Test func `figures are claims where a run is told of, and lines of output in the symptom`() {
    #expect(
      Self.claims("It failed 10 of 1,000 times (1.5 %, 250ms), in 2026-07-09 no more.", in: "Validation")
        == ["number 10", "number 1,000", "number 1.5", "number 250", "date 2026-07-09"])
    #expect(
      Self.claims("```\nwait for event 3\n\n  repro: no progress\n```", in: "Symptom")
        == ["quotation wait for event 3", "quotation repro: no progress"])
  }

  @Test(arguments: [
    "Not tested: Linux before 5.10 and 32-bit builds with 2 cores.",
    "It was never run with more than 8 threads.",
    "Files above 4 GiB are untested.", "It wasn't measured\nabove 100 clients.",
    "Built with GCC 13, Clang 17 and TLS 1.3.",
    "On macOS 14 and under Python 3.9.", "As RFC 9110 says in section 5.6.",
  ])
  func `a figure of a name, or of what was not looked at, is none that a run could show`(body: String) {
    #expect(Self.claims(body, in: "Validation") == [])
  }

  @Test(arguments: [
    ("Tested with 8 threads. Not tested on ARM.", ["number 8"]), ("After 20 runs it passes.", ["number 20"]),
    ("It did not fail in 300 runs.", ["number 300"]), ("Of 12 tests 3 failed.", ["number 12", "number 3"]),
  ])
  func `other figures stay claims`(body: String, claims: [String]) {
    #expect(Self.claims(body, in: "Validation") == claims)
  }

  @Test func `every claim stands at its own bytes`() {
    let text = "# A\n\n## Fix\n\n`a_b` calls *`c_d` of* src/x.c\nand `a_b`.\n"
    let record = RecordDocument(Array(text.utf8))
    for claim in ClaimReader.claims(in: record) {
      #expect(String(decoding: record.text[claim.range], as: UTF8.self) == claim.text)
    }
    #expect(Set(ClaimReader.claims(in: record).map(\.range)).count == 4)
  }

  @Test func `the evidence section, code blocks elsewhere and HTML hold no claims`() {
    #expect(Self.claims("`a_b`", in: "Evidence") == [])
    #expect(Self.claims("```\na_b\n```\n\n<b a_b>", in: "Fix") == [])
  }
}

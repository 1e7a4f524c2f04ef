import Scratch
import Storage
import Subprocess
import Testing

/// An assignment that is refused, and what is said of it.
struct RefusedAssignment: Sendable, CustomTestStringConvertible {
  var text: String
  var code: String
  var remedy: String

  init(_ text: String, _ code: String, _ remedy: String) {
    self.text = text
    self.code = code
    self.remedy = remedy
  }

  var testDescription: String { text }

  static let all: [RefusedAssignment] = [
    RefusedAssignment("titel=x", "unknown-field", "Did you mean “title”?"),
    RefusedAssignment("cause.mechanizm=x", "unknown-field", "Did you mean “cause.mechanism”?"),
    RefusedAssignment("actions.new.wat=x", "unknown-field", "Did you mean “actions.new.what”?"),
    RefusedAssignment("severity=high", "unknown-field", "lists them."),
    RefusedAssignment("key=RILL-2", "unknown-field", ""),
    RefusedAssignment("title", "no-value", "Write FIELD=VALUE."),
    RefusedAssignment("slipped.category=latent", "wrong-value", "Did you mean “latent-code”?"),
    RefusedAssignment("outage.customer_visible=yes", "wrong-value", "One of: true, false."),
    RefusedAssignment("actions.new.owner=Ada", "cannot-set", "each needs its `what`"),
    RefusedAssignment("actions.3.what=x", "cannot-set", "named by their number"),
    RefusedAssignment("actions.NEW.what=x", "unknown-field", "actions.new.what"),
  ]
}

@Suite struct SetTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
  }

  @Test func `fields are set, the rest of the file stays, and the evidence says who`() throws {
    let before = try bench.caseText()
    let count = try bench.evidence().count
    let result = try bench.call(
      "set", "RILL-1", "--json", "title=The sum is wrong: 3", "cause.mechanism=\(Bench.mechanism)",
      "slipped.category=latent-code", "--by", "Mei-Lin Hart")
    #expect(result.ending == .exit(0))
    let state = try result.json()
    #expect(state["set"].texts == ["title", "cause.mechanism", "slipped.category"])
    #expect(state["gate"]["inputs"][1]["standing"].text == "attested")
    expectEqualText(
      try bench.caseText(),
      before.replacing("\ntitle:\n", with: "\ntitle: \"The sum is wrong: 3\"\n")
        .replacing("  mechanism:\n", with: "  mechanism: \(Bench.mechanism)\n")
        .replacing("  category:\n", with: "  category: latent-code\n"))
    let facts = try bench.evidence().dropFirst(count).map { $0["fact"]["attested"] }
    #expect(facts.map { $0["field"].text } == ["title", "cause.mechanism", "slipped.category"])
    #expect(facts.map { $0["by"].text } == ["Mei-Lin Hart", "Mei-Lin Hart", "Mei-Lin Hart"])
    #expect(facts.first?["value"].text == "The sum is wrong: 3")
  }

  @Test func `who sets is who git says, unless it is said`() throws {
    try bench.repository.git("config", "user.name", "Grace Hopper")
    try bench.prepare("set", "RILL-1", "title=x")
    #expect(try bench.evidence().last?["fact"]["attested"]["by"].text == "Grace Hopper")
  }

  @Test func `elements are added, and changed by their number`() throws {
    try bench.prepare(
      "set", "RILL-1", "actions.new.what=Test it", "actions.new.owner=Ada", "actions.new.tracked=#69")
    try bench.prepare(
      "set", "RILL-1", "actions.new.what=Tell it", "actions.0.owner=Bob", "not_covered.new=a, b")
    #expect(
      try bench.caseText().contains(
        """
        actions:
          - what: Test it
            owner: Bob
            tracked: "#69"
          - what: Tell it

        """))
    #expect(try bench.caseText().contains("\nnot_covered:\n  - a, b\n"))
    let fields = try bench.evidence().compactMap { $0["fact"]["attested"]["field"].text }
    #expect(
      fields.dropFirst() == [
        "actions.0.what", "actions.0.owner", "actions.0.tracked", "actions.1.what", "actions.0.owner",
        "not_covered.0",
      ])
  }

  @Test func `a commit is kept by its whole name, and one that is not here is refused`() throws {
    let before = try bench.repository.git("rev-parse", "HEAD~1")
    try bench.prepare("set", "RILL-1", "fix.commits=HEAD~1, main")
    #expect(try bench.caseText().contains("\n  commits:\n    - \(before)\n    - \(bench.fix)\n"))
    let digest = try directoryDigest(bench.place())
    let result = try bench.call("set", "RILL-1", "--json", "fix.commits=HEAD,nothing")
    #expect(try result.json()["error"]["code"].text == "unknown-revision")
    expectEqualText(try directoryDigest(bench.place()), digest)
  }

  @Test(arguments: RefusedAssignment.all)
  func `what cannot be set is told, and nothing of the call is set`(refused: RefusedAssignment) throws {
    let before = try directoryDigest(bench.place())
    let result = try bench.call("set", "RILL-1", "--json", "owner=Ada", refused.text)
    #expect(result.ending == .exit(2))
    let error = try result.json()["error"]
    #expect(error["code"].text == refused.code)
    #expect(error["remedy"].text?.contains(refused.remedy) == true, "\(error)")
    expectEqualText(try directoryDigest(bench.place()), before)
  }

  @Test func `what was found for a fix goes with it when another is named, what was given stays`() throws {
    let first = try bench.repository.commit(["run.sh": "echo 'got 5'\n"], "Carry (#12)")
    let second = try bench.repository.commit(["run.sh": "echo 'got 6'\n"], "Carry again")
    try bench.prepare("set", "RILL-1", "fix.commits=\(first)")
    #expect(try bench.caseText().contains("pull_request: \"#12\""))
    try bench.prepare("set", "RILL-1", "fix.commits=\(second)")
    #expect(try !bench.caseText().contains("#12"))
    try bench.prepare("set", "RILL-1", "fix.commits=\(second)", "fix.pull_request=#34")
    try bench.prepare("set", "RILL-1", "fix.commits=\(first)")
    #expect(try bench.caseText().contains("pull_request: \"#34\""))
  }

  @Test func `branch, merge and release of a fix go with it when another is named`() throws {
    try bench.repository.git("checkout", "--quiet", "-b", "fix/sum")
    let first = try bench.repository.commit(["run.sh": "echo 'got 5'\n"], "Carry")
    try bench.repository.git("checkout", "--quiet", "main")
    try bench.repository.merge("fix/sum")
    try bench.repository.git("tag", "v1.2.0")
    let second = try bench.repository.commit(["run.sh": "echo 'got 6'\n"], "Carry again")
    let arrival = ["fix.branch", "fix.first_release", "fix.merge_commit", "fix.merged"]
    func found() throws -> [String: String] {
      var last: [String: String] = [:]
      for fact in try bench.evidence().map({ $0["fact"]["found"] }) {
        if let field = fact["field"].text { last[field] = fact["value"].text }
      }
      return last
    }
    try bench.prepare("set", "RILL-1", "fix.commits=\(first)")
    #expect(try bench.caseText().contains("\n  branch: fix/sum\n"))
    #expect(try arrival.allSatisfy { try found()[$0]?.isEmpty == false })
    try bench.prepare("set", "RILL-1", "fix.commits=\(second)")
    #expect(try !bench.caseText().contains("fix/sum"))
    #expect(try arrival.map { try found()[$0] } == ["", "", "", ""])
    #expect(try found()["fix.committed"]?.isEmpty == false)
    try bench.prepare("set", "RILL-1", "fix.branch=mine", "fix.commits=\(first)")
    #expect(try bench.caseText().contains("\n  branch: mine\n"))
    #expect(try found()["fix.first_release"] == "v1.2.0")
  }

  @Test func `a person's comments, order and quotes stay`() throws {
    try bench.writeCase("# mine\nowner: 'Ada'   # who\nkey: RILL-1\n\ntitle: x # what\n")
    try bench.prepare("set", "RILL-1", "title=y", "owner=Grace", "no_actions=nothing to do")
    expectEqualText(
      try bench.caseText(),
      "# mine\nowner: 'Grace'   # who\nkey: RILL-1\n\ntitle: y # what\nno_actions: nothing to do\n")
  }

  @Test(arguments: [
    ("key: RILL-1\ntitel: x\n", "case.yaml:2:1: the key `titel` is not known; did you mean `title`?"),
    ("key: RILL-1\ncause:\n\tmechanism: x\n", "case.yaml:3:1: a tab as indentation"),
    ("key: RILL-1\nslipped: {category: x}\n", "case.yaml:2:21: `category` is \"x\"; expected one of: ci-gap"),
    ("title: x\n", "case.yaml:1:1: the key `key` is missing"),
    ("key: RILL-1\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> fix\n", "case.yaml:2:1: "),
  ])
  func `a file with an error is told with its place by each operation, and stays as it is`(
    text: String, message: String
  ) throws {
    try bench.writeCase(text)
    let before = try bench.repository.digest()
    for arguments in [["set", "RILL-1", "owner=x"], ["gate", "RILL-1"], ["prove", "--case", "RILL-1"]] {
      let result = try bench.program.run(arguments, in: bench.repository.path)
      #expect(result.ending == .exit(1), "\(arguments)")
      #expect(result.output == "")
      #expect(result.error.contains(message), "\(result.error)")
      #expect(!result.error.contains("\\x0A"))
    }
    expectEqualText(try bench.repository.digest(), before)
  }

  @Test func `a file that names another case is told`() throws {
    try bench.writeCase("key: RILL-2\n")
    let result = try bench.call("gate", "RILL-1", "--json")
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "key-differs")
  }

  @Test func `processes that set at once lose nothing`() throws {
    let statuses = try bench.script(
      """
      for n in 0 1 2 3 4 5 6 7; do
        { "$P" set RILL-1 actions.new.what=a$n >/dev/null 2>&1; echo $?; } &
      done
      wait
      """)
    #expect(statuses == String(repeating: "0\n", count: 8))
    let text = try bench.caseText()
    #expect((0..<8).allSatisfy { text.contains("\n  - what: a\($0)\n") })
    #expect(try bench.evidence().map { $0["number"].integer } == Array(1...bench.evidence().count))
  }
}

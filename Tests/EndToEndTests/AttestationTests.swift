import Scratch
import Storage
import Subprocess
import Testing

/// What a person's word has to name: who, when, and something that a reader can open.
@Suite struct AttestationTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "./rig.sh")
    try bench.prepare("set", "RILL-1", "validation.new.what=The soak passed", "validation.0.by=Ada")
  }

  private static let dates = "A day that has come, as 2026-07-10, or with a time, as 2026-07-10T14:30."
  private static let places =
    "A URL, a file of the repository by its path from the root, a ticket (RILL-142, #12) or a commit by its digits."

  @Test(arguments: [
    ("validation.0.on", "never", "is no date: “never”.", dates),
    ("validation.0.on", "2026-02-30", "is no date: “2026-02-30”.", dates),
    ("repro.attested.on", "9999-01-01", "has not come yet: “9999-01-01”.", dates),
    ("validation.0.see", "x", "names nothing that a reader can open: “x”.", places),
    ("validation.0.see", "run 88", "names nothing that a reader can open: “run 88”.", places),
    ("repro.attested.see", "https://", "names nothing that a reader can open: “https://”.", places),
    ("repro.attested.see", "main", "names nothing that a reader can open: “main”.", places),
    ("repro.attested.see", "deadbeef", "names nothing that a reader can open: “deadbeef”.", places),
    ("repro.attested.see", "../run.sh", "names nothing that a reader can open: “../run.sh”.", places),
    ("repro.attested.see", "/etc/passwd", "names nothing that a reader can open: “/etc/passwd”.", places),
    ("repro.attested.see", "sub", "names nothing that a reader can open: “sub”.", places),
    ("repro.attested.see", "UTF-8", "names nothing that a reader can open: “UTF-8”.", places),
  ])
  func `set refuses what says nothing, tells what it takes, and sets nothing`(
    field: String, value: String, message: String, remedy: String
  ) throws {
    let before = try directoryDigest(bench.place())
    let result = try bench.call("set", "RILL-1", "owner=Ada", "\(field)=\(value)", "--json")
    #expect(result.ending == .exit(2))
    let error = try result.json()["error"]
    #expect(error["code"].text == "not-attestable")
    #expect(error["message"].text == "“\(field)” \(message)")
    #expect(error["remedy"].text == remedy)
    expectEqualText(try directoryDigest(bench.place()), before)
  }

  @Test func `a URL, a file, a ticket and a commit can be opened, with words around them too`() throws {
    for see in [
      "https://ci.example.org/run/88", "run 88 (http://ci.example.org/88)", "sub/run.sh", "RILL-142",
      "RILL-142, comment 5",
      "#12", "!7", "rill/rill#12", bench.fix, String(bench.fix.prefix(8)), "see <https://[::1]:80/x>.",
    ] {
      try bench.prepare("set", "RILL-1", "validation.0.see=\(see)", "validation.0.on=2026-07-10 14:30")
      #expect(
        try bench.call("gate", "RILL-1", "--json").json()["inputs"][3]["standing"].text == "attested",
        "\(see)")
    }
    // What is empty clears.
    try bench.prepare("set", "RILL-1", "validation.0.see=", "validation.0.on=")
    #expect(
      try bench.call("gate", "RILL-1", "--json").json()["inputs"][3]["missing"].text
        == "The attestation lacks when (on) and something to open (see).")
  }

  @Test func `what was written by hand and says nothing keeps the gate closed, and is named`() throws {
    try bench.writeCase(
      """
      key: RILL-1
      repro:
        command: ./rig.sh
        attested: {by: Ada, on: never, see: x}
      validation:
        - {what: It ran., passes: true, by: Ada, on: 2026-07-10, see: the log}
        - {what: It ran again., passes: true, by: Ada, on: 2026-07-11, see: "#12"}

      """)
    let inputs = try bench.call("gate", "RILL-1", "--json").json()["inputs"]
    #expect(inputs[0]["standing"] == .null)
    #expect(
      inputs[0]["missing"].text
        == "“repro.attested.on” is no date: “never”. \(Self.dates) "
        + "“repro.attested.see” names nothing that a reader can open: “x”. \(Self.places)")
    #expect(inputs[0]["fields"].texts == ["repro.attested.on", "repro.attested.see"])
    #expect(inputs[0]["remedy"].text == "postmortem set RILL-1 repro.attested.on='…' repro.attested.see='…'")
    // The first that is in order counts.
    #expect(inputs[3]["standing"].text == "attested")
    #expect(inputs[3]["what"].text == "It ran again. (Ada, 2026-07-11)")
  }

  @Test func `beside a proof, what is wrong with an attestation is asked for before a record tells it`()
    throws
  {
    try bench.prepare(
      "set", "RILL-1", "repro.command=sh run.sh", "validation.0.on=2026-07-10", "title=Sums are wrong",
      "owner=Ines", "cause.mechanism=\(Bench.mechanism)", "fix.summary=add() keeps the carry",
      "fix.reason=No carry is dropped", "no_actions=It is a small tool",
      "not_trivial=A digit of every sum depends on it")
    try bench.prepare("prove", "--case", "RILL-1")
    let text = try bench.caseText()
    try bench.writeCase(text.replacing("on: 2026-07-10", with: "on: never"))
    #expect(try bench.call("gate", "RILL-1").ending == .exit(0))
    let asked = try bench.call("draft", "RILL-1", "--json")
    #expect(asked.ending == .exit(3))
    let needs = try asked.json()["needs"].elements
    #expect(needs.map { $0["field"].text } == ["validation.0.on"])
    #expect(needs.first?["question"].text == "“validation.0.on” is no date: “never”. \(Self.dates)")
    try bench.prepare("set", "RILL-1", "validation.0.on=2026-07-10")
    try bench.prepare("draft", "RILL-1")
  }
}

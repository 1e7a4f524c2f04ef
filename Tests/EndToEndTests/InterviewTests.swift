import Scratch
import Storage
import Subprocess
import Testing

/// A person is asked for what is missing; each answer is checked, and stands in the case at once.
@Suite struct InterviewTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
  }

  private func session(_ arguments: String..., adding variables: [String: String] = [:]) throws
    -> TerminalSession
  {
    try bench.program.atTerminal(
      ["interview", "RILL-1"] + arguments, in: bench.repository.path,
      adding: ["SCRATCH": bench.beside].merging(variables) { $1 })
  }

  /// The values that somebody gave, as "field=value".
  private func attested() throws -> [String] {
    try bench.evidence().map { $0["fact"]["attested"] }.filter { $0 != .null }.map {
      "\($0["field"].text ?? "")=\($0["value"].text ?? "")"
    }
  }

  /// What a new case is asked for until its record can be drafted, in this order, and answers to it.
  private static let wholeCase: [(field: String, answer: String)] = [
    ("repro.attested.by", "Ada"), ("repro.attested.on", "2026-07-14"), ("repro.attested.see", "#12"),
    ("cause.mechanism", "\(Bench.mechanism)\n"), ("validation.new.what", "The soak passed"),
    ("validation.0.by", "Ada"), ("validation.0.on", "2026-07-21"), ("validation.0.see", "RILL-88"),
    ("title", "The sum is wrong"), ("owner", "="), ("fix.summary", "It carries."),
    ("fix.reason", "Nothing is\ndropped any more.\n"), ("actions.new.what", "Test odd sums"),
    ("actions.0.owner", "Grace"), ("actions.0.tracked", "#12"),
  ]

  @Test
  func `all that the gate and a draft want is asked for in its order, and then the record can be drafted`()
    throws
  {
    let terminal = try session("--by", "Mei-Lin Hart")
    try terminal.expect("Nobody else can run the bug yet.\n→ postmortem prove --case RILL-1\n")
    for (field, answer) in Self.wholeCase {
      try terminal.expect("\(field)> ")
      terminal.type("\(answer)\n")
    }
    try terminal.expect("ticket (the record is better with it)")
    try terminal.expect("ticket> ")
    terminal.type("q\n")
    try terminal.expect("Open: the gate of RILL-1")
    try terminal.expect("Next: postmortem draft RILL-1")
    #expect(try terminal.end() == .exit(0))
    #expect(
      try attested().suffix(15) == [
        "repro.attested.by=Ada", "repro.attested.on=2026-07-14", "repro.attested.see=#12",
        "cause.mechanism=\(Bench.mechanism)", "validation.0.what=The soak passed", "validation.0.by=Ada",
        "validation.0.on=2026-07-21", "validation.0.see=RILL-88", "title=The sum is wrong", "owner=Ada Byron",
        "fix.summary=It carries.", "fix.reason=Nothing is\ndropped any more.", "actions.0.what=Test odd sums",
        "actions.0.owner=Grace", "actions.0.tracked=#12",
      ])
    #expect(try bench.evidence().last?["fact"]["attested"]["by"].text == "Mei-Lin Hart")
    try bench.prepare("draft", "RILL-1")
  }

  @Test func `a refused answer is told why in the words of the gate, is shown, and is asked for again`()
    throws
  {
    let terminal = try session()
    try terminal.expect("repro.attested.by> ")
    terminal.type("\n")
    try terminal.expect("cause.mechanism> ")
    terminal.type("It is probably\nthe carry.\n\n")
    try terminal.expect("✗ “probably” makes it a hypothesis: state the mechanism, or go on looking.")
    try terminal.expect("You wrote: It is probably\n  the carry.\n")
    try terminal.expect("cause.mechanism> ")
    #expect(try !attested().contains { $0.hasPrefix("cause.mechanism=") })
    terminal.type("\(Bench.mechanism)\n.\n")
    try terminal.expect("✓ cause.mechanism is set.")
    terminal.type("q\n")
    #expect(try terminal.end() == .exit(0))
    #expect(try attested().last == "cause.mechanism=\(Bench.mechanism)")
  }

  @Test func `what set refuses is refused in its words`() throws {
    let terminal = try session()
    try skip(to: "slipped.category", in: terminal)
    terminal.type("latent\n")
    try terminal.expect("“slipped.category” does not take “latent”. One of: ci-gap,")
    try terminal.expect("Did you mean “latent-code”?")
    try terminal.expect("slipped.category> ")
    terminal.type("latent-code\n")
    try terminal.expect("✓ slipped.category is set.")
  }

  @Test func `it goes on where it stands, and asks again what was skipped`() throws {
    var terminal = try session()
    try skip(to: "title", in: terminal)
    terminal.type("The sum is wrong\n")
    try terminal.expect("owner> ")
    terminal.type("\u{4}")
    try terminal.expect("Set: title\n")
    #expect(try terminal.end() == .exit(0))
    terminal = try session()
    try skip(to: "owner", in: terminal)
    #expect(terminal.shown.contains("cause.mechanism> "))
    #expect(!terminal.shown.contains("title> "))
    terminal.type("q\n")
    try terminal.expect("Nothing was set.")
    #expect(try terminal.end() == .exit(0))
  }

  @Test func `Ctrl-C leaves with 130, and of the answer that was being typed nothing is written`() throws {
    let terminal = try session()
    try skip(to: "cause.mechanism", in: terminal)
    terminal.type("\(Bench.mechanism)\n\n")
    try terminal.expect("✓ cause.mechanism is set.")
    let before = try directoryDigest(bench.place())
    try skip(to: "fix.reason", in: terminal)
    terminal.type("Nothing is\n")
    try terminal.expect("Nothing is\n          | ")
    terminal.type("\u{3}")
    #expect(try terminal.end() == .exit(130))
    expectEqualText(try directoryDigest(bench.place()), before)
    #expect(terminal.shown.hasSuffix("error: Interrupted.\n  What was accepted before is kept.\n"))
  }

  @Test func `a question mark tells more, and the question stays`() throws {
    let terminal = try session()
    try skip(to: "title", in: terminal)
    terminal.type("?\n")
    try terminal.expect("The same from a script: postmortem set RILL-1 title='…'")
    try terminal.expect("title> ")
    terminal.type("The sum is wrong\n")
    try terminal.expect("✓ title is set.")
  }

  @Test func `lines that are pasted do not answer the questions that follow`() throws {
    let terminal = try session()
    try skip(to: "cause.mechanism", in: terminal)
    terminal.type("\nadd() drops the carry.\n\nThen print() shows `3`.\n")
    try terminal.expect("`3`.\n")
    try terminal.expect("| ")
    terminal.type("\n")
    try terminal.expect("✓ cause.mechanism is set.")
    #expect(try attested().last == "cause.mechanism=add() drops the carry.\n\nThen print() shows `3`.")
    try skip(to: "title", in: terminal)
    terminal.type("The sum\nis\nwrong\n")
    try terminal.expect("Several lines came at once, where one is asked for: none of them was taken.")
    try terminal.expect("title> ")
    terminal.type("The sum is wrong\n")
    try terminal.expect("✓ title is set.")
    try terminal.expect("owner> ")
  }

  @Test func `a symptom is kept with its empty lines, until a line that holds only a dot`() throws {
    let terminal = try session()
    try skip(to: "symptom.text", in: terminal)
    terminal.type("wanted 4\n\n  got 3\n.\n")
    try terminal.expect("✓ symptom.text is set.")
    #expect(try attested().last == "symptom.text=wanted 4\n\n  got 3")
  }

  @Test func `an answer can be written in the editor, which begins with what was refused`() throws {
    try bench.write(
      "#!/bin/sh\ncp \"$1\" \"$SCRATCH/seen\"\necho '\(Bench.mechanism)' >\"$1\"\n", beside: "editor")
    let terminal = try session(adding: ["EDITOR": "\(bench.beside)/editor"])
    try skip(to: "cause.mechanism", in: terminal)
    terminal.type("It is perhaps the carry.\n\n")
    try terminal.expect("cause.mechanism> ")
    terminal.type("e\n")
    try terminal.expect("✓ cause.mechanism is set.")
    #expect(bench.text(beside: "seen") == "It is perhaps the carry.\n")
    #expect(try attested().last == "cause.mechanism=\(Bench.mechanism)")
    #expect(try FileTree.list(bench.place()).contains { $0.hasPrefix("case.edit") } == false)
  }

  @Test func `keys that are no letters are refused, and a secret is masked`() throws {
    let terminal = try session()
    try skip(to: "title", in: terminal)
    terminal.type("The\u{1B}[D sum\n")
    try terminal.expect("It holds control characters")
    try terminal.expect("title> ")
    let token = ["gh", "p_", "16C7e42F292c6912E7710c838347Ae178B4a"].joined()
    terminal.type("\(token)\n")
    try terminal.expect("Masked: github-token-")
    #expect(try !bench.caseText().contains(token))
  }

  @Test func `a commit that is not here is asked for again, one that is here is looked at`() throws {
    try bench.prepare("new", "RILL-2")
    let terminal = try bench.program.atTerminal(["interview", "RILL-2"], in: bench.repository.path)
    try skip(to: "fix.commits", in: terminal)
    terminal.type("nothing\n")
    try terminal.expect("“nothing” names no commit here.")
    try terminal.expect("fix.commits> ")
    terminal.type("HEAD\n")
    try terminal.expect("✓ fix.commits is set.")
    try terminal.expect("fix.author")
    #expect(try bench.caseText("RILL-2").contains(bench.fix))
  }

  @Test func `without a terminal it names the commands that do the same, and changes nothing`() throws {
    let before = try bench.repository.digest()
    let result = try bench.call("interview", "RILL-1")
    #expect(result.ending == .exit(2))
    for line in [
      "  postmortem prove --case RILL-1\n", "  postmortem set RILL-1 cause.mechanism='…'\n",
      "  postmortem set RILL-1 owner='…'\n", "  postmortem set RILL-1 not_covered='…'\n",
    ] { #expect(result.error.contains(line), "\(result.error)") }
    expectEqualText(try bench.repository.digest(), before)
    #expect(try bench.call("interview", "RILL-1", "--json").json()["error"]["code"].text == "no-terminal")
  }

  /// Skips questions until the prompt of a field is shown.
  private func skip(to field: String, in terminal: TerminalSession) throws {
    while true {
      let text = try terminal.expect("> ")
      if text.split(separator: "\n").last.map(String.init) == field { return }
      terminal.type("-\n")
    }
  }
}

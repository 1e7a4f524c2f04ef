import Scratch
import Storage
import Subprocess
import Testing

/// A case is edited in a copy, which is checked, attested and put in its place; nothing that was typed is lost.
@Suite struct EditTests {
  let bench: Bench

  init() throws {
    bench = try Bench()
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
  }

  /// An editor that runs a line of the shell with the file as `$1`.
  private func editor(_ line: String) throws -> [String: String] {
    try bench.write("#!/bin/sh\n\(line)\n", beside: "editor")
    return ["EDITOR": "\(bench.beside)/editor"]
  }

  private func edit(_ line: String, _ arguments: String..., source: SourceLocation = #_sourceLocation) throws
    -> PostmortemProgram.Result
  {
    try bench.program.run(
      ["edit", "RILL-1"] + arguments, in: bench.repository.path,
      adding: try editor(line).merging(["SCRATCH": bench.beside, "P": bench.program.path]) { $1 })
  }

  private var copy: String { "\(bench.place())/case.edit.yaml" }

  private func copyText() -> String? {
    (try? FileTree.read(copy)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Files of an edit that are still there.
  private func left() throws -> [String] {
    try FileTree.list(bench.place()).filter { $0.hasPrefix("case.edit") && $0 != "case.edit.lock" }.sorted()
  }

  @Test func `values that changed are attested and listed, the rest of the text stands as it was typed`()
    throws
  {
    let before = try bench.evidence().count
    let text = try bench.caseText()
    let result = try edit(
      "sed -i -e 's/^owner:$/owner: Ada  # she knows/' \"$1\"", "--json", "--by", "Mei-Lin Hart")
    #expect(result.ending == .exit(0), "\(result.error)")
    let report = try result.json()
    #expect(report["changes"].elements.map { $0["field"].text } == ["owner"])
    #expect(report["changes"][0]["old"] == .null)
    #expect(report["changes"][0]["new"].text == "Ada")
    expectEqualText(try bench.caseText(), text.replacing("\nowner:\n", with: "\nowner: Ada  # she knows\n"))
    let facts = try bench.evidence().dropFirst(before).map { $0["fact"]["attested"] }
    #expect(facts.map { $0["field"].text } == ["owner"])
    #expect(facts.map { $0["by"].text } == ["Mei-Lin Hart"])
    #expect(try left() == [])
  }

  @Test func `a person reads what changed, who attests it, and how the gate stands`() throws {
    try bench.prepare("set", "RILL-1", "owner=Ada", "ticket=#1")
    let result = try edit("sed -i -e 's/Ada/Grace/' -e '/^ticket:/d' \"$1\"")
    #expect(result.output.contains("  owner   Ada → Grace\n"), "\(result.output)")
    #expect(result.output.contains("  ticket  #1 → (nothing)\n"))
    #expect(
      result.output.hasSuffix("Closed: the gate (repro, cause, validation). → postmortem gate RILL-1\n"))
  }

  @Test func `what is not changed is said, and nothing is written`() throws {
    let before = try directoryDigest(bench.place())
    let result = try edit("true")
    #expect(result.ending == .exit(0))
    #expect(result.output.hasPrefix("Nothing was changed: "))
    try FileTree.remove("\(bench.place())/case.edit.lock")
    expectEqualText(try directoryDigest(bench.place()), before)
  }

  @Test(arguments: [
    ("VISUAL", "EDITOR"), ("EDITOR", "GIT"), ("GIT", ""),
  ])
  func `the editor is that of VISUAL, EDITOR and git, in this order, and its words are the shell's`(
    first: String, second: String
  ) throws {
    try bench.write("#!/bin/sh\necho \"$1\" >\"$SCRATCH/which\"\n", beside: "an editor")
    let lines = [
      first: "'\(bench.beside)/an editor' \(first)", second: "'\(bench.beside)/an editor' \(second)",
    ]
    if let line = lines["GIT"] { try bench.repository.git("config", "core.editor", line) }
    let result = try bench.call(
      "edit", "RILL-1", adding: lines.filter { $0.key == "VISUAL" || $0.key == "EDITOR" })
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(bench.text(beside: "which") == "\(first)\n")
  }

  @Test(arguments: [
    ("exit 3", "ended with status 3"), ("kill -9 $$", "ended with status 137"),
  ])
  func `an editor that ends otherwise than well changes nothing, and the text is kept`(
    line: String, how: String
  ) throws {
    let before = try bench.caseText()
    let result = try edit("echo 'owner: Ada' >\"$1\"; \(line)", "--json")
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "editor-failed")
    #expect(try result.json()["error"]["message"].text?.contains(how) == true, "\(result.output)")
    #expect(try result.json()["error"]["remedy"].text?.contains(copy) == true)
    expectEqualText(try bench.caseText(), before)
    #expect(copyText() == "owner: Ada\n")
    #expect(try edit("exit 1", "--json").ending == .exit(1))
    #expect(copyText() == "owner: Ada\n")
  }

  @Test func `an editor that removes the copy changes nothing`() throws {
    let before = try bench.caseText()
    let result = try edit("rm \"$1\"", "--json")
    #expect(result.ending == .exit(1))
    #expect(try result.json()["error"]["code"].text == "copy-gone")
    expectEqualText(try bench.caseText(), before)
    #expect(try edit("true").ending == .exit(0))
    #expect(try left() == [])
  }

  @Test func `an editor that is not there is told, and leaves nothing`() throws {
    let result = try bench.call("edit", "RILL-1", adding: ["EDITOR": "no-such-editor"])
    #expect(result.ending == .exit(1))
    #expect(result.error.contains("The editor “no-such-editor” could not be started."), "\(result.error)")
    #expect(result.error.contains("Nothing was changed."))
    #expect(try left() == [])
  }

  @Test func `a text that does not read is not taken, and the next edit offers it again`() throws {
    let before = try bench.caseText()
    let result = try edit("sed -i -e 's/^owner:$/owner: Ada/' -e 's/^title:/titel:/' \"$1\"")
    #expect(result.ending == .exit(1))
    #expect(result.error.contains("case.edit.yaml:7:1: the key `titel` is not known; did you mean `title`?"))
    #expect(result.error.contains("Your text is kept: \(copy)"))
    expectEqualText(try bench.caseText(), before)
    // Git sees none of it.
    #expect(
      try bench.repository.git("status", "--porcelain", "--untracked-files=all").contains("case.edit")
        == false)
    let again = try edit("sed -i -e 's/^titel:/title:/' \"$1\"", "--json").json()
    #expect(again["resumes"] == .bool(true))
    #expect(again["changes"].elements.map { $0["new"].text } == ["Ada"])
    #expect(try left() == [])
  }

  @Test func `a case that does not read can be mended`() throws {
    try bench.prepare("set", "RILL-1", "owner=Ada")
    try bench.writeCase(bench.caseText().replacing("title:", with: "titel: The sum is wrong"))
    #expect(try bench.call("gate", "RILL-1").ending == .exit(1))
    let report = try edit("sed -i -e 's/^titel:/title:/' \"$1\"", "--json").json()
    #expect(report["changes"].elements.map { $0["field"].text } == ["title"])
    #expect(try bench.call("gate", "RILL-1").ending == .exit(3))
  }

  @Test func `what others changed meanwhile is merged, each with their own evidence`() throws {
    let report = try edit(
      "sed -i -e 's/^owner:$/owner: Ada/' \"$1\"; \"$P\" set RILL-1 no_actions='There is a test.' --by Grace >/dev/null",
      "--json"
    ).json()
    #expect(report["isMerged"] == .bool(true), "\(report)")
    #expect(report["changes"].elements.map { $0["field"].text } == ["owner"])
    let text = try bench.caseText()
    #expect(text.contains("\nowner: Ada\n") && text.contains("\nno_actions: There is a test.\n"))
    #expect(try left() == [])
  }

  @Test func `where others changed the same line, both texts are kept, and the next edit shows both`() throws
  {
    let result = try edit(
      "sed -i -e 's/^owner:$/owner: Ada/' \"$1\"; \"$P\" set RILL-1 owner=Grace >/dev/null", "--json")
    #expect(result.ending == .exit(6))
    #expect(try result.json()["error"]["code"].text == "case-edited")
    #expect(try result.json()["error"]["remedy"].text?.contains(copy) == true)
    #expect(try bench.caseText().contains("\nowner: Grace\n"))
    #expect(copyText()?.contains("\nowner: Ada\n") == true)
    let shown = try edit("cp \"$1\" \"$SCRATCH/shown\"")
    #expect(shown.ending == .exit(1))
    let both = try #require(bench.text(beside: "shown"))
    #expect(
      both.contains(
        "\n<<<<<<< your edit\nowner: Ada\n=======\nowner: Grace\n>>>>>>> case.yaml as it is now\n"), "\(both)"
    )
    let chosen = try edit("sed -i -e '/^[<=>]\\{7\\}/d' -e '/^owner: Grace/d' \"$1\"", "--json").json()
    #expect(chosen["changes"][0]["old"].text == "Grace")
    #expect(chosen["changes"][0]["new"].text == "Ada")
    #expect(try left() == [])
  }

  @Test func `nobody waits for an open editor, and a second one is refused`() throws {
    let result = try edit(
      "\"$P\" set RILL-1 no_actions=x >/dev/null; echo $? >\"$SCRATCH/set\"; \"$P\" edit RILL-1 2>/dev/null; "
        + "echo $? >\"$SCRATCH/second\"")
    #expect(result.ending == .exit(0), "\(result.error)")
    #expect(bench.text(beside: "set") == "0\n")
    #expect(bench.text(beside: "second") == "6\n")
  }

  @Test func `commits that are written by a short name are named in full, and looked at`() throws {
    let fix = try bench.repository.commit(["run.sh": "echo 'got 5'\n"], "Carry (#12)")
    let report = try edit("sed -i -e 's/^    - .*/    - HEAD/' \"$1\"", "--json").json()
    #expect(report["changes"][0]["new"].text == fix, "\(report)")
    #expect(report["found"].elements.contains { $0["value"].text == "#12" })
    #expect(try bench.caseText().contains("\n    - \(fix)\n"))
    let unknown = try edit("sed -i -e 's/^    - .*/    - nothing/' \"$1\"", "--json")
    #expect(try unknown.json()["error"]["code"].text == "unknown-revision")
    #expect(copyText()?.contains("    - nothing\n") == true)
  }

  @Test func `a secret is masked before it stands in the case`() throws {
    let token = ["gh", "p_", "16C7e42F292c6912E7710c838347Ae178B4a"].joined()
    let result = try edit("sed -i -e 's/^owner:$/owner: \(token)/' \"$1\"")
    #expect(result.output.contains("Masked: github-token-"), "\(result.output)")
    #expect(try bench.caseText().contains("\nowner: MASKED-github-token-"))
    #expect(try bench.evidence().allSatisfy { "\($0)".contains(token) == false })
  }

  #if os(Linux)
    @Test func `what an editor leaves in the background goes on`() throws {
      let result = try edit(
        """
        mkfifo "$SCRATCH/up" "$SCRATCH/in"
        setsid sh -c 'echo up >"$SCRATCH/up"; exec cat "$SCRATCH/in"' >/dev/null 2>&1 </dev/null &
        read -r line <"$SCRATCH/up"
        sed -i -e 's/^owner:$/owner: Ada/' "$1"
        """)
      #expect(result.ending == .exit(0), "\(result.error)")
      // Where nobody reads any more, nobody can be written to.
      let line = "timeout 10 sh -c 'echo x >\"$0\"' '\(bench.beside)/in'; echo $?"
      #expect(try bench.script(line) == "0\n")
    }
  #endif

  // MARK: At a terminal

  /// `edit` at a terminal, with an editor that runs this line.
  private func session(_ line: String) throws -> TerminalSession {
    try bench.program.atTerminal(
      ["edit", "RILL-1"], in: bench.repository.path,
      adding: try editor(line).merging(["SCRATCH": bench.beside]) { $1 })
  }

  @Test func `at a terminal a text that does not read may be edited again`() throws {
    let terminal = try session("read -r line; sed -i -e \"s/^owner:.*/$line/\" \"$1\"")
    terminal.type("owner: [\n")
    try terminal.expect("case.edit.yaml:")
    try terminal.expect("Edit again? [y/n] ")
    terminal.type("y\n")
    terminal.type("owner: Ada\n")
    try terminal.expect("(nothing) → Ada")
    #expect(try terminal.end() == .exit(0))
    #expect(try bench.caseText().contains("\nowner: Ada\n"))
  }

  @Test func `at a terminal an earlier text is offered, and kept where it is not wanted`() throws {
    #expect(try edit("echo 'owner: [' >\"$1\"").ending == .exit(1))
    let terminal = try session("grep -c '' \"$1\"")
    try terminal.expect("An earlier edit was not saved")
    try terminal.expect("Go on with it? [y/n] ")
    terminal.type("n\n")
    try terminal.expect("It is kept as \(bench.place())/case.edit.1.yaml.")
    try terminal.expect("Nothing was changed")
    #expect(try terminal.end() == .exit(0))
    #expect(try FileTree.read("\(bench.place())/case.edit.1.yaml") == Array("owner: [\n".utf8))
  }

  @Test func `Ctrl-C in the editor is the editor's own`() throws {
    let terminal = try session(
      "trap 'echo caught; sed -i -e \"s/^owner:.*/owner: Ada/\" \"$1\"; exit 0' INT; echo open; read -r line")
    try terminal.expect("open")
    terminal.type("\u{3}")
    try terminal.expect("caught")
    try terminal.expect("(nothing) → Ada")
    #expect(try terminal.end() == .exit(0))
  }

  @Test func `Ctrl-C at a question leaves with 130, and the text is kept`() throws {
    let terminal = try session("echo 'owner: [' >\"$1\"")
    try terminal.expect("Edit again? [y/n] ")
    terminal.type("\u{3}")
    #expect(try terminal.end() == .exit(130))
    #expect(terminal.shown.contains("Your text is kept: \(copy)"), "\(terminal.shown)")
    #expect(copyText() == "owner: [\n")
  }
}

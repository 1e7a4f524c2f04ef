import Scratch
import Storage
import Subprocess
import Testing

/// `draft` and `templates`, as a user meets them.
@Suite struct DraftTests {
  let bench: Bench

  /// A case whose gate is open, with nothing missing.
  init() throws {
    bench = try Bench(after: "echo 'got 4'\necho 'and more'\ncarry=1\n")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    try bench.prepare("prove", "--case", "RILL-1")
    try bench.prepare(
      "set", "RILL-1", "title=Sums are wrong", "owner=Ines", "cause.mechanism=\(Bench.mechanism)",
      "fix.summary=add() keeps the carry", "fix.reason=No carry is dropped", "no_actions=It is a small tool")
  }

  func record(_ path: String = "docs/postmortems/RILL-1.md") throws -> String {
    String(decoding: try FileTree.read("\(bench.repository.path)/\(path)"), as: UTF8.self)
  }

  @Test func `the smallest complete record fits one screen`() throws {
    try bench.prepare("draft", "RILL-1")
    let body = try record().split(separator: "---\n", maxSplits: 2)[1]
    #expect(body.split(separator: "\n", omittingEmptySubsequences: false).count <= 60)
    #expect(!body.contains("\n "), "a sentence begins at the margin")
    #expect(!(try record()).contains("## How it was found"))
  }

  @Test(arguments: ["fix-ctas", "ctas-fix", "zorble", "dev-zorble", "PROJ-12-zorble", "team/fix/zorble.c"])
  func `the branch that a draft names is known, and one that nobody knows is not`(branch: String) throws {
    let bench = try Bench(after: "echo 'got 4'\necho 'and more'\ncarry=1\n")
    try bench.repository.git("branch", branch)
    try bench.repository.git("checkout", "--quiet", "--detach")
    try bench.repository.git("branch", "--force", "main", "HEAD~1")
    try bench.prepare("new", "RILL-1", "--fix", "HEAD", "--repro", "sh run.sh")
    #expect(try bench.caseText().contains("branch: \(branch)"))
    try bench.prepare("prove", "--case", "RILL-1")
    try bench.prepare(
      "set", "RILL-1", "title=Sums are wrong", "owner=Ines", "cause.mechanism=\(Bench.mechanism)",
      "fix.summary=add() keeps the carry", "fix.reason=No carry is dropped", "no_actions=It is a small tool")
    try bench.repository.git("branch", "--force", "main", "HEAD")
    try bench.prepare("draft", "RILL-1")
    let path = "docs/postmortems/RILL-1.md"
    let text = String(decoding: try FileTree.read("\(bench.repository.path)/\(path)"), as: UTF8.self)
    #expect(text.contains("`\(branch)`"))
    try bench.prepare("check", "RILL-1")
    try bench.repository.git("branch", "--delete", "--force", branch)
    try bench.prepare("check", "RILL-1")
    try bench.repository.write(text.replacing("`\(branch)`", with: "`\(branch)-plonk`"), to: path)
    let other = try bench.call("check", "RILL-1")
    #expect(other.output.contains("error [unsupported-"), "\(other.output)")
  }

  @Test func `a validation that promises more than was run is told what was run`() throws {
    try bench.prepare("draft", "RILL-1")
    let heading = "## Validation\n\n"
    let wide = try record().replacing(heading, with: "\(heading)It passes on all platforms.\n\n")
    try bench.repository.write(wide, to: "docs/postmortems/RILL-1.md")
    let found = try bench.call("check", "RILL-1", "--json").json()["findings"].elements
    let message = found.first { $0["rule"].text == "overclaim" }?["message"].text ?? ""
    #expect(message.contains("and what was not. Measured is: `sh run.sh` failed in 0 of "), "\(message)")
    #expect(found.filter { $0["rule"].text != "overclaim" } == [])
  }

  @Test func `a team's template is used, and a fault in it is told with its place`() throws {
    let path = ".postmortem/templates/summary.md"
    try bench.repository.write("{{title.sentence}} Asked of: {{owner}}.\n", to: path)
    try bench.prepare("draft", "RILL-1")
    #expect(try record().contains("## Summary\n\nSums are wrong. Asked of: Ines.\n\n"))
    try bench.repository.write("{{title}}\n {{ownr}}\n", to: path)
    let failed = try bench.call("draft", "RILL-1")
    #expect(failed.ending == .exit(1))
    #expect(failed.error.contains("summary.md:2:2: no fact is named “ownr” here; did you mean “owner”?"))
    #expect(try bench.call("templates").ending == .exit(1))
    try bench.repository.write("x", to: ".postmortem/templates/sumary.md")
    #expect(try bench.call("templates").error.contains("Did you mean “summary.md”?"))
  }

  @Test func `outside of a repository and in a bare one the tool's own templates are shown`() throws {
    let outside = try TemporaryDirectory()
    let bare = try ScratchRepository(cloning: bench.repository, ["--bare"])
    for arguments in [["templates"], ["templates", "summary"], ["templates", "--names"]] {
      let here = try bench.program.run(arguments, in: bench.repository.path)
      for place in [outside.path, bare.path] {
        let there = try bench.program.run(arguments, in: place)
        #expect(there.ending == .exit(0), "\(there.error)")
        #expect(there.output == here.output)
      }
    }
    #expect(try bench.program.run(["templates", "weather"], in: outside.path).ending == .exit(2))
    #expect(try FileTree.list(outside.path) == [])
  }

  @Test func `the tool's own template can be printed, and makes the same record`() throws {
    try bench.prepare("draft", "RILL-1")
    let first = try record()
    for section in [
      "summary", "symptom", "root-cause", "fix", "how-it-was-found", "validation", "action-items",
    ] {
      let text = try bench.call("templates", section).output
      try bench.repository.write(text, to: ".postmortem/templates/\(section).md")
    }
    try bench.prepare("draft", "RILL-1")
    #expect(try record() == first)
  }

  @Test func `records go where the settings say, and stay there`() throws {
    let settings = ".postmortem/config.yaml"
    try bench.repository.write(
      "records:\n  directory: notes\n  name: \"{year}/{key}-{title}.md\"\n", to: settings)
    try bench.prepare("draft", "RILL-1")
    let path = try #require(try bench.call("draft", "RILL-1", "--json").json()["path"].text)
    #expect(path.hasSuffix("-sums-are-wrong.md"))
    #expect(path.contains("/notes/"))
    try bench.prepare("set", "RILL-1", "title=Something else")
    #expect(try bench.call("draft", "RILL-1", "--json").json()["path"].text == path)
    #expect(try bench.call("show", "RILL-1").output.contains("# RILL-1: Something else"))
    try bench.repository.write("records:\n  name: \"../{key}.md\"\n", to: settings)
    let failed = try bench.call("draft", "RILL-1")
    #expect(failed.ending == .exit(1))
    #expect(failed.error.contains("config.yaml:2:9"))
  }

  @Test func `the third revision asks which section is wrong, and keeps the answer`() throws {
    try bench.prepare("draft", "RILL-1")
    for title in ["One", "Two"] {
      try bench.prepare("set", "RILL-1", "title=\(title)")
      try bench.prepare("draft", "RILL-1")
    }
    // Nothing changes: nothing is asked.
    try bench.prepare("draft", "RILL-1")
    try bench.prepare("set", "RILL-1", "title=Three")
    let before = try record()
    let asked = try bench.call("draft", "RILL-1")
    #expect(asked.ending == .exit(3))
    #expect(asked.output.contains("Which section is wrong, and why?"))
    #expect(asked.output.contains("+RILL-1: Three"))
    #expect(try record() == before)
    #expect(try bench.call("draft", "RILL-1", "--wrong", "it is bad").ending == .exit(2))
    try bench.prepare("draft", "RILL-1", "--wrong", "Summary: the title misleads")
    #expect(try record().contains("# RILL-1: Three"))
    let memory = String(decoding: try FileTree.read("\(bench.place())/draft.json"), as: UTF8.self)
    #expect(memory.contains("the title misleads"))
  }

  @Test func `a section named with a slip is known, and the answer says which one was meant`() throws {
    try bench.prepare("draft", "RILL-1")
    let result = try bench.call("draft", "RILL-1", "--wrong", "Rot cause: it names the wrong function")
    #expect(result.ending == .exit(0))
    #expect(result.output.contains("Kept: “Root cause” is wrong: it names the wrong function"))
    let answer = try bench.call("draft", "RILL-1", "--wrong", "Fix: x", "--json").json()["answer"]
    #expect(answer["section"].text == "Fix")
    #expect(try bench.call("draft", "RILL-1", "--json").json()["answer"] == .null)
  }

  @Test(arguments: ["", "\n", "\u{FEFF}\r\n \t\n"])
  func `a record that was emptied is written anew, whole`(rest: String) throws {
    try bench.prepare("draft", "RILL-1")
    let whole = try record()
    try bench.repository.write(rest, to: "docs/postmortems/RILL-1.md")
    try bench.prepare("draft", "RILL-1")
    #expect(try record() == whole)
  }

  @Test func `what was written into the file by hand is attested by whoever drafts, once`() throws {
    let text = try bench.caseText()
    try bench.writeCase(
      text.replacing("owner: Ines", with: "owner: Priya").replacing(
        "not_covered: []", with: "not_covered: [macOS]"))
    let report = try bench.call("draft", "RILL-1", "--json").json()
    #expect(report["vouchedFor"].elements.map(\.text) == ["owner", "not_covered"])
    let owner = try #require(try bench.evidence().last { $0["fact"]["attested"]["field"].text == "owner" })
    #expect(owner["fact"]["attested"]["value"].text == "Priya")
    #expect(try record().contains("owner: Priya"))
    #expect(try bench.call("draft", "RILL-1", "--json").json()["vouchedFor"].elements.isEmpty)
  }

  @Test func `what was set or found is not written by hand`() throws {
    try bench.prepare(
      "set", "RILL-1", "not_covered=macOS,Windows", "actions.new.what=a", "actions.new.owner=b",
      "actions.new.tracked=c", "cause.chain=One\nline, and\n\nanother")
    try bench.prepare("set", "RILL-1", "not_covered.new=BSD")
    #expect(try bench.call("draft", "RILL-1", "--json").json()["vouchedFor"].elements.isEmpty)
  }

  @Test func `what would be drafted is vouched for only when it is drafted`() throws {
    try bench.prepare("draft", "RILL-1")
    for title in ["One", "Two"] {
      try bench.prepare("set", "RILL-1", "title=\(title)")
      try bench.prepare("draft", "RILL-1")
    }
    try bench.writeCase(bench.caseText().replacing("owner: Ines", with: "owner: Priya"))
    let before = try bench.evidence().count
    #expect(try bench.call("draft", "RILL-1").ending == .exit(3))
    #expect(try bench.evidence().count == before)
  }

  @Test func `what a repository says it remembers leads to no other place`() throws {
    try bench.prepare("draft", "RILL-1")
    let outside = "\(bench.beside)/precious.md"
    try FileTree.write(Array("# Precious\n".utf8), to: outside)
    let memory = "\(bench.place())/draft.json"
    let text = String(decoding: try FileTree.read(memory), as: UTF8.self)
    let path = "docs/postmortems/RILL-1.md"
    try FileTree.write(Array(text.replacing(path, with: "../precious.md").utf8), to: memory)
    try bench.prepare("set", "RILL-1", "title=Changed")
    try bench.prepare("draft", "RILL-1")
    #expect(try FileTree.read(outside) == Array("# Precious\n".utf8))
    #expect(try record().contains("Changed"))
  }

  @Test func `a fact that would tear the record apart is refused, and nothing is written`() throws {
    try bench.prepare("set", "RILL-1", "cause.mechanism=add() drops the carry.\n\n## Aside\n\nText.")
    let failed = try bench.call("draft", "RILL-1")
    #expect(failed.ending == .exit(1))
    #expect(failed.error.contains("“Aside”"))
    #expect(!FileTree.isFile("\(bench.repository.path)/docs/postmortems/RILL-1.md"))
  }
}

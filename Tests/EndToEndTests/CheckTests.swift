import Scratch
import Storage
import Subprocess
import Testing

/// `check` holds records against the rules.
@Suite struct CheckTests {
  let program: PostmortemProgram
  let repository: ScratchRepository

  init() throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository()
    try repository.commit(["a.c": "int a;\n"], "Begin")
  }

  private func run(_ arguments: String...) throws -> PostmortemProgram.Result {
    try program.run(arguments, in: repository.path)
  }

  private func read(_ file: String) throws -> String {
    String(decoding: try FileTree.read("\(repository.path)/\(file)"), as: UTF8.self)
  }

  static let flawed = """
    ---
    key: A-1
    owner: Ann Bell
    ---
    # A-1: It hangs

    ## 1. Summary:

    It hangs; `f` ends now. (A-1; owner: Ann Bell.)

    ## Fix

    Fixed in #12.

    ## Root cause

    `f` waits until somebody wakes it, which nobody does.

    ## Validation

    `make check` passes. Not tested: macOS.

    """

  @Test func `a finding says where, what and what to do, with the line it is about`() throws {
    try repository.write(Self.flawed, to: "a.md")
    let result = try run("check", "a.md")
    #expect(result.ending == .exit(8))
    #expect(
      result.output.contains(
        """
        a.md:13:1: error [fix-reason]
          The fix says where it is, not why it removes the cause: what can no longer
          happen, and why?
          13 │ Fixed in #12.
             │ ^^^^^^^^^^^^^
        """))
    #expect(result.output.hasSuffix("1 text: 2 errors, 1 suggestion\n"))
  }

  @Test func `what needs nobody's judgement is mended, and shown`() throws {
    try repository.write(Self.flawed, to: "a.md")
    let shown = try run("check", "a.md", "--diff")
    #expect(shown.output.contains("a.md: 2 findings to be mended by --fix"))
    #expect(shown.output.contains("-## 1. Summary:\n  +## Summary\n"))
    #expect(try read("a.md") == Self.flawed)
    let mended = try run("check", "a.md", "--fix")
    #expect(mended.output.hasSuffix("1 text: 1 error\n"))
    let again = try run("check", "a.md", "--fix")
    #expect(!again.output.contains("mended"))
    let text = try read("a.md")
    #expect(
      text.contains(
        "## Root cause\n\n`f` waits until somebody wakes it, which nobody does.\n\n## Fix\n\nFixed in #12.\n")
    )
  }

  @Test(arguments: [("error", 8), ("warning", 8), ("suggestion", 8)])
  func `errors fail at every threshold`(threshold: String, status: Int32) throws {
    try repository.write(Self.flawed, to: "a.md")
    #expect(try run("check", "a.md", "--fail-on", threshold).ending == .exit(status))
  }

  @Test func `a suggestion alone fails only where that is asked for`() throws {
    let text = Self.flawed.replacing("## Fix\n\nFixed in #12.\n\n", with: "")
      .replacing("## Validation", with: "## Fix\n\nSo it ends.\n\n## Validation")
    try repository.write(text, to: "a.md")
    #expect(try run("check", "a.md").ending == .exit(0))
    #expect(try run("check", "a.md", "--fail-on", "suggestion").ending == .exit(8))
  }

  @Test(arguments: ["json", "sarif"])
  func `reports for programs are JSON`(format: String) throws {
    try repository.write(Self.flawed, to: "dir/a b.md")
    let result = try run("check", "dir", "--format", format)
    #expect(result.ending == .exit(8))
    let report = try JSONText.decode(JSONValue.self, from: Array(result.output.utf8))
    if format == "sarif" {
      let run = report["runs"][0]
      #expect(
        run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text
          == "dir/a%20b.md")
      #expect(
        run["results"].elements.allSatisfy { result in
          run["tool"]["driver"]["rules"][result["ruleIndex"].integer ?? -1]["id"] == result["ruleId"]
        })
    } else {
      #expect(report["counts"]["error"].integer == 2)
      #expect(report["findings"][1]["rule"].text == "fix-reason")
      #expect(report["findings"][1]["line"].integer == 13)
    }
  }

  @Test func `without a word all records are looked at, and where there are none that is said`() throws {
    let none = try run("check")
    #expect(none.ending == .exit(1))
    #expect(none.error.contains("There are no records"))
    try repository.write(Self.flawed, to: "docs/postmortems/2026/a.md")
    let some = try run("check")
    #expect(some.output.contains("docs/postmortems/2026/a.md:13:1: error [fix-reason]"))
  }

  @Test func `what the record names is held against the repository`() throws {
    try repository.commit(["a.c": "int copy_file(int count_of_links);\n"], "Mend the copy (#12)")
    let fix = try repository.git("rev-parse", "HEAD")
    let text = Self.flawed.replacing("owner: Ann Bell", with: "owner: Ann Bell\nfix: \(fix)")
      .replacing("`f` waits", with: "`copy_flie` in `a.c:9` waits for `count_of_links`")
    try repository.write(text, to: "docs/postmortems/a.md")
    let result = try run("check")
    #expect(result.output.contains("error [unsupported-identifier]\n  “copy_flie” is no name of the code"))
    #expect(result.output.contains("Did you mean “copy_file”?"))
    #expect(
      result.output.contains(
        "error [unsupported-line]\n  “a.c:9” is no line of the repository: a.c has 1 lines"))
    #expect(!result.output.contains("count_of_links” is"))
    let claims = try run("claims", "docs/postmortems/a.md", "--json").json()["claims"].elements
    #expect(
      claims.first { $0["text"].text == "count_of_links" }?["source"].text == "the files that the fix changes"
    )
    #expect(claims.first { $0["text"].text == "#12" }?["standing"].text == "found")
  }

  @Test
  func
    `a second check says the same, with what the first one found out, without it, or with what is damaged`()
    throws
  {
    try repository.commit(["a.c": "int copy_file(int count_of_links);\n"], "Mend the copy (#12)")
    let text = Self.flawed
      .replacing("owner: Ann Bell", with: "owner: Ann Bell\nfix: \(try repository.git("rev-parse", "HEAD"))")
      .replacing("`f` waits", with: "`copy_flie` in `a.c:1` waits for `count_of_links`")
    try repository.write(text, to: "docs/postmortems/a.md")
    let first = try run("check", "--json")
    let kept = "\(program.home.path)/cache/grounding"
    let names = try FileTree.list(kept)
    #expect(names.count == 1)
    #expect(try run("check", "--json").output == first.output)
    for name in names { try FileTree.write(Array("no answers".utf8), to: "\(kept)/\(name)") }
    #expect(try run("check", "--json").output == first.output)
    try FileTree.remove(kept)
    #expect(try run("check", "--json").output == first.output)
    try repository.commit(["b.c": "int copy_flie;\n"], "More")
    #expect(!(try run("check").output.contains("copy_flie")))
  }

  @Test func `a commit that a squash loses and a day that is another commit's are found`() throws {
    _ = try repository.git("checkout", "--quiet", "-b", "fix/copy")
    let lost = try repository.commit(["a.c": "int copy_file;\n"], "Mend")
    _ = try repository.git("checkout", "--quiet", "main")
    let fix = try repository.commit(["a.c": "int copy_file;\n"], "Mend the copy (#12)")
    let text = Self.flawed.replacing(
      "owner: Ann Bell", with: "owner: Ann Bell\nfix: \(fix)\nintroduced_by: \(fix)"
    )
    .replacing("Fixed in #12.", with: "`\(fix)` (2026-04-01) was `\(lost)`, [told](htps://example.org/a).")
    try repository.write(text, to: "docs/postmortems/a.md")
    let found = try run("check").output
    #expect(found.contains("warning [fleeting-commit]"))
    #expect(found.contains("only “fix/copy” holds it"))
    #expect(found.contains("error [unsupported-date]"))
    #expect(found.contains("error [unsupported-address]"))
    #expect(found.contains("“https://example.org/a”?"))
    #expect(!found.contains("unsupported-order"))
    // What is named once the branch is merged stays.
    _ = try repository.git("merge", "--quiet", "--no-edit", "fix/copy")
    #expect(!(try run("check").output.contains("fleeting-commit")))
  }

  @Test func `without a fix that is known nothing is called false`() throws {
    try repository.write(
      Self.flawed.replacing("`f` waits", with: "`copy_flie` waits"), to: "docs/postmortems/a.md")
    #expect(!(try run("check").output.contains("unsupported")))
    #expect(try run("claims", "docs/postmortems/a.md").output.contains("unverifiable"))
  }

  @Test func `the page of a rule is told, and a mistyped one is known`() throws {
    #expect(try run("explain", "fix-reason").output.contains("Fixed in #12."))
    let wrong = try run("explain", "fix-raeson")
    #expect(wrong.ending == .exit(2))
    #expect(wrong.error.contains("Did you mean “fix-reason”?"))
  }
}

/// The page of the rules in the documentation is what the program tells.
@Suite struct RulePageTests {
  @Test func `docs/rules.md is what the program writes`() throws {
    let directory = try TemporaryDirectory()
    let told = try PostmortemProgram().run(["explain", "--markdown"], in: directory.path)
    let root = Path.parent(Path.parent(Path.parent(#filePath)))
    let page = try FileTree.read("\(root)/docs/rules.md")
    expectEqualText(
      told.output, String(decoding: page, as: UTF8.self),
      "postmortem explain --markdown >docs/rules.md renews it. ")
  }
}

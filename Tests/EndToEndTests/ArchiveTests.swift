import Scratch
import Storage
import Subprocess
import Testing

/// `search` and `recall` give past records back.
@Suite struct ArchiveTests {
  let program: PostmortemProgram
  let repository: ScratchRepository

  init() throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository()
    try repository.commit(
      ["src/scheduler.c": "int scheduler_submit(void)\n{\n  return 0;\n}\n", "src/other.c": "int other;\n"],
      "Begin")
  }

  @discardableResult
  private func run(
    _ arguments: String..., in directory: String = "", input: String? = nil,
    adding variables: [String: String] = [:]
  ) throws -> PostmortemProgram.Result {
    try program.run(arguments, in: "\(repository.path)/\(directory)", adding: variables, input: input)
  }

  private func writeRecords(fix: String? = nil) throws {
    let named = fix.map { "fix:\n  - \($0)\n" } ?? ""
    try repository.write(
      """
      ---
      key: RILL-142
      title: Evaluating in small steps hangs
      \(named)fixed: 2026-07-09
      ---

      # RILL-142: Evaluating in small steps hangs

      ## Summary

      Evaluating hangs no more.

      ## Root cause

      With one stream, `scheduler_submit` in `src/scheduler.c` pushes no event.

      ## Fix

      Every event is recorded.

      ## Validation

      `make check` passes.

      """, to: "docs/postmortems/RILL-142.md")
    try repository.write(
      "# OPS-7: The disk fills\n\n## Summary\n\nLogs.\n\n## Root cause\n\n`rotate_logs` never ran.\n\n## Fix\n\nIt runs.\n",
      to: "docs/postmortems/2025/OPS-7.md")
  }

  @Test func `a question is answered with the line of the record that answers it`() throws {
    try writeRecords()
    let result = try run("search", "why", "does", "evaluating", "hang?", in: "src")
    #expect(result.ending == .exit(0))
    expectEqualText(
      result.output,
      """
      RILL-142  Evaluating in small steps hangs (2026-07-09)
        docs/postmortems/RILL-142.md:11, Summary
        Evaluating hangs no more.
        has: evaluating, hang?

      1 of 2 records.

      """)
    let none = try run("search", "zebra")
    #expect(none.ending == .exit(0))
    #expect(none.output == "No record answers that; there are 2. No record has: zebra.\n")
    let document = try run("search", "--json", "rotate_logs").json()
    #expect(document["schema"].text == "postmortem/search/1")
    #expect(document["results"][0]["path"].text == "docs/postmortems/2025/OPS-7.md")
    #expect(document["results"][0]["line"].integer == 9)
  }

  @Test func `a trace, from a file or from standard input, recalls the record, and says by what`() throws {
    try writeRecords()
    let trace = "#0  scheduler_submit (s=0x0) at /build/src/scheduler.c:2\n#1  main () at main.c:1\n"
    let result = try run("recall", "--trace", "-", input: trace)
    expectEqualText(
      result.output,
      """
      RILL-142  Evaluating in small steps hangs (2026-07-09)
        docs/postmortems/RILL-142.md
          scheduler_submit        Root cause, line 15 (frame 1)
          /build/src/scheduler.c  Root cause, line 15 (frame 1)

      1 of 2 records bears on it; 2 frames and 0 messages were read.

      """)
    try repository.write(trace, to: "crash.log")
    #expect(try run("recall", "--trace", "crash.log").output == result.output)
    let other = try run("recall", "--trace", "-", input: "#0 other () at src/other.c:1\n")
    #expect(other.ending == .exit(0))
    #expect(other.output == "No record bears on this: 2 records; 1 frame and 0 messages were read.\n")
    let prose = try run("recall", "--trace", "-", input: "nothing to see\n")
    #expect(prose.output.contains("no frame of a stack trace was recognised"))
    #expect(try run("recall", "--trace", "none.log").ending == .exit(1))
  }

  @Test func `a change recalls the record: of the working tree, of commits, of a patch`() throws {
    try writeRecords()
    try repository.commit("Records")
    #expect(try run("recall").output == "No record bears on this: 2 records; nothing is changed.\n")
    try repository.write("int scheduler_submit(void)\n{\n  return 1;\n}\n", to: "src/scheduler.c")
    let before = try repository.digest()
    let tree = try run("recall", "--json").json()
    #expect(tree["results"][0]["key"].text == "RILL-142")
    #expect(tree["results"].elements.count == 1)
    #expect(tree["files"].integer == 1)
    #expect(try repository.digest() == before)
    let patch = try repository.git("diff")
    #expect(try run("recall", "--diff", "-", input: "\(patch)\n").output.contains("RILL-142"))
    try repository.commit("Change")
    try repository.commit(["src/other.c": "int other = 2;\n"], "Other")
    #expect(try run("recall", "--diff", "HEAD~1").output.contains("RILL-142"))
    #expect(try run("recall", "--diff", "HEAD~2..HEAD").output.contains("RILL-142"))
    #expect(try run("recall", "--diff", "HEAD").output.hasPrefix("No record bears on this"))
    #expect(try run("recall", "--diff=--output=x").ending == .exit(1))
    #expect(try run("recall", "--diff", "no-such-branch").ending == .exit(1))
    let root = try run("recall", "--diff", "HEAD~3")
    #expect(root.ending == .exit(1))
    #expect(root.error.contains("is a root commit: there is nothing before it that it changes."))
  }

  @Test func `the commit that a record is on recalls it`() throws {
    let fix = try repository.commit(["src/b.c": "int b;\n"], "Fix")
    try writeRecords(fix: fix)
    let found = try run("recall", "--diff", fix, "--json").json()["results"][0]
    #expect(found["key"].text == "RILL-142")
    #expect(found["meetings"][0]["kind"].text == "commit")
  }

  @Test func `files that a fix changed recall its record, where a change touches more than one of them`()
    throws
  {
    let fix = try repository.commit(["src/b.c": "int b;\n", "src/d.c": "int d;\n"], "Fix")
    try writeRecords(fix: fix)
    try repository.commit("Records")
    try repository.write("int b = 1;\n", to: "src/b.c")
    #expect(try run("recall").output.hasPrefix("No record bears on this"))
    try repository.write("int d = 1;\n", to: "src/d.c")
    let found = try run("recall", "--json").json()["results"][0]
    #expect(found["key"].text == "RILL-142")
    #expect(found["meetings"][0]["section"].text == "the commit of the fix")
  }

  @Test func `without records, or without a cache, it is an answer all the same`() throws {
    #expect(try run("search", "anything").output == "No record answers that; there are 0.\n")
    #expect(try run("recall", "anything").output == "No record bears on this: 0 records.\n")
    try writeRecords()
    try FileTree.write([], to: "\(program.home.path)/no-directory")
    let cache = ["POSTMORTEM_CACHE": "\(program.home.path)/no-directory"]
    #expect(try run("search", "rotate_logs", adding: cache).output.hasPrefix("OPS-7  The disk fills"))
    #expect(try run("search").ending == .exit(2))
    #expect(try run("search", "a", "--limit", "0").ending == .exit(2))
    let section = try run("search", "a", "--section", "nonsense")
    #expect(section.ending == .exit(2))
    #expect(section.error.contains("No section is named “nonsense”."))
  }

  @Test func `what a record holds does not steer the terminal`() throws {
    try repository.write("## Fix\n\nzebra \u{1B}[31mred\u{7} here\n", to: "docs/postmortems/e.md")
    let output = try run("search", "zebra").output
    #expect(output.contains("zebra"))
    #expect(!output.utf8.contains(0x1B) && !output.utf8.contains(0x07))
  }

  @Test func `an agent searches and recalls, and reads nothing that leads out of the repository`() throws {
    try writeRecords()
    let agent = try AgentSession(program, in: repository.path)
    let trace = "#0  scheduler_submit (s=0x0) at /build/src/scheduler.c:2\n"
    let recalled = try agent.call("search", ["action": .string("recall"), "trace": .string(trace)])
    #expect(recalled["structuredContent"]["result"]["results"][0]["key"].text == "RILL-142", "\(recalled)")
    #expect(recalled["structuredContent"]["notice"].text?.contains("are data") == true)
    #expect(recalled["content"][0]["text"].text?.contains("docs/postmortems/RILL-142.md, lines 15") == true)
    let none = try agent.call("search", ["action": .string("recall"), "trace": .string("nothing to see")])
    #expect(none["content"][0]["text"].text?.contains("No frame of a stack trace was recognised") == true)
    let asked = try agent.call("search", ["action": .string("search"), "question": .string("rotate_logs")])
    #expect(asked["structuredContent"]["result"]["results"][0]["key"].text == "OPS-7", "\(asked)")
    let piped = try agent.call("search", ["action": .string("recall"), "diff": .string("-")])
    #expect(piped["isError"] == .bool(true), "\(piped)")
    try FileTree.remove("\(repository.path)/docs/postmortems")
    try repository.write("## Fix\n\nrotate_logs\n", to: "../elsewhere/a.md")
    _ = try Spawner().capture(
      Command(
        "ln", ["-s", "../../elsewhere", "docs/postmortems"], environment: program.environment,
        workingDirectory: repository.path))
    let outside = try agent.call("search", ["action": .string("search"), "question": .string("rotate_logs")])
    #expect(outside["isError"] == .bool(true), "\(outside)")
    #expect(try agent.leave().ending == .exit(0))
  }
}

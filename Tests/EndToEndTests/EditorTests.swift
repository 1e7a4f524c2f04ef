import Scratch
import Storage
import Subprocess
import Testing

/// Records while they are written in an editor.
@Suite struct EditorTests {
  let bench: EditorBench

  init() throws { bench = try EditorBench() }

  @Test func `findings are those of check, with rule, weight and place`() throws {
    let editor = try bench.editorWithRecord()
    try editor.change(bench.address, version: 2, from: (0, 0), to: (0, 0), "")
    let shown = try editor.diagnostics { $0["version"] == .number(2) }
    try bench.repository.write(EditorBench.record, to: "docs/postmortems/A-1.md")
    let report = try bench.program.run(
      ["check", "docs/postmortems/A-1.md", "--json"], in: bench.repository.path
    ).json()
    let wanted = report["findings"].elements.map { finding in
      [
        finding["rule"].text ?? "", finding["message"].text ?? "",
        "\((finding["line"].integer ?? 0) - 1):\((finding["column"].integer ?? 0) - 1)",
      ]
    }
    let found = shown.map { one in
      let start = one["range"]["start"]
      return [
        one["code"].text ?? "", one["message"].text ?? "",
        "\(start["line"].integer ?? -1):\(start["character"].integer ?? -1)",
      ]
    }
    #expect(found == wanted)
    #expect(shown.allSatisfy { $0["source"].text == "postmortem" })
    let name = try #require(shown.first { $0["code"].text == "unsupported-identifier" })
    #expect(name["severity"] == .number(1))
    let page = try #require(name["codeDescription"]["href"].text)
    let parts = page.split(separator: "#L")
    let file = String(parts[0].dropFirst("file://".count))
    let lines = String(decoding: try FileTree.read(file), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[(Int(parts[1]) ?? 0) - 1] == "## unsupported-identifier")
  }

  @Test func `what was looked up keeps its findings while one types, at their new places`() throws {
    let editor = try bench.editorWithRecord()
    try editor.change(bench.address, version: 2, from: (13, 0), to: (13, 0), "\n\n")
    let shown = try editor.diagnostics { $0["version"] == .number(2) }
    let name = try #require(shown.first { $0["code"].text == "unsupported-identifier" })
    #expect(name["range"]["start"]["line"] == .number(16))
  }

  @Test func `a name that is typed is looked up in a pause`() throws {
    let editor = try bench.editorWithRecord()
    try editor.change(bench.address, version: 2, from: (18, 0), to: (18, 0), "`nowhere_at_all` ")
    let first = try editor.diagnostics { $0["version"] == .number(2) }
    #expect(!first.contains { $0["message"].text?.contains("nowhere_at_all") == true })
    _ = try editor.diagnostics {
      $0["diagnostics"].elements.contains { $0["message"].text?.contains("nowhere_at_all") == true }
    }
  }

  @Test func `the source of a claim is told, and what was meant`() throws {
    let editor = try bench.editorWithRecord()
    let found = try editor.ask("textDocument/hover", bench.address, at: (14, 2))
    #expect(
      found["contents"]["value"].text == "**found** identifier `add_up`: the files that the fix changes")
    let missing = try editor.ask("textDocument/hover", bench.address, at: EditorBench.misspelt)
    let text = try #require(missing["contents"]["value"].text)
    #expect(text.hasPrefix("**unsupported** identifier `carry_ovr`. Did you mean `carry_over`?"))
    #expect(text.contains("**unsupported-identifier** finds a name of the code that is nowhere."))
    #expect(missing["range"]["start"]["character"] == .number(25))
    let hedge = try editor.ask("textDocument/hover", bench.address, at: EditorBench.hedge)
    #expect(hedge["contents"]["value"].text?.hasPrefix("**hedge** finds") == true)
    #expect(try editor.ask("textDocument/hover", bench.address, at: (8, 0)) == .null)
  }

  @Test func `a misspelt name is replaced by the one that was meant`() throws {
    let editor = try bench.editorWithRecord()
    let actions = try editor.actions(bench.address, at: EditorBench.misspelt)
    let action = try #require(actions.first { $0["title"].text == "Replace with “carry_over”" })
    #expect(action["diagnostics"][0]["code"].text == "unsupported-identifier")
    let change = action["edit"]["documentChanges"][0]
    #expect(change["textDocument"]["version"] == .number(1))
    #expect(change["edits"][0]["newText"].text == "carry_over")
    try editor.change(bench.address, version: 2, from: (14, 25), to: (14, 34), "carry_over")
    let shown = try editor.diagnostics { $0["version"] == .number(2) }
    #expect(!EditorBench.rules(shown).contains("unsupported-identifier"))
  }

  @Test func `an allowance demands a reason, and allows with one`() throws {
    let editor = try bench.editorWithRecord()
    let actions = try editor.actions(bench.address, at: EditorBench.hedge)
    let action = try #require(
      actions.first { $0["title"].text?.hasPrefix("Allow “hedge” in this block") == true })
    let edit = action["edit"]["documentChanges"][0]["edits"][0]
    #expect(edit["newText"].text == "<!-- postmortem: allow hedge -->\n")
    #expect(edit["range"]["start"]["line"] == .number(14))
    try editor.change(bench.address, version: 2, from: (14, 0), to: (14, 0), edit["newText"].text ?? "")
    let demanded = EditorBench.rules(try editor.diagnostics { $0["version"] == .number(2) })
    #expect(demanded.isSuperset(of: ["hedge", "allowance-reason"]))
    try editor.change(bench.address, version: 3, from: (14, 28), to: (14, 28), " it is a quotation")
    let allowed = EditorBench.rules(try editor.diagnostics { $0["version"] == .number(3) })
    #expect(allowed.isDisjoint(with: ["hedge", "allowance-reason", "allowance-unused"]))
  }

  @Test func `what check --fix mends is mended here, one by one and all at once`() throws {
    let editor = try bench.editor()
    let text = EditorBench.record.replacing("## Root cause", with: "## 1. root cause:")
    try editor.open(bench.address, text)
    _ = try editor.diagnostics { EditorBench.rules($0["diagnostics"].elements).contains("heading-name") }
    let one = try #require(try editor.actions(bench.address, at: (12, 4)).first)
    #expect(one["isPreferred"] == .bool(true))
    #expect(one["kind"].text == "quickfix")
    let all = try editor.actions(bench.address, at: (0, 0), only: ["source"])
    #expect(all.map { $0["kind"].text } == ["source.fixAll.postmortem"])
    let edit = all[0]["edit"]["documentChanges"][0]["edits"][0]
    #expect(edit["newText"].text?.contains("\n") == false, "\(edit)")
    #expect(try editor.actions(bench.address, at: (0, 0), only: ["refactor"]) == [])
  }

  @Test func `names of the fix are completed, into code outside of it`() throws {
    let editor = try bench.editorWithRecord()
    try editor.change(bench.address, version: 2, from: (19, 0), to: (19, 0), "It calls `carr and carr su\n")
    let inside = try editor.ask("textDocument/completion", bench.address, at: (19, 14))
    #expect(inside["isIncomplete"] == .bool(false))
    let name = try #require(inside["items"].elements.first { $0["label"].text == "carry_over" })
    #expect(name["textEdit"]["newText"].text == "carry_over")
    #expect(name["textEdit"]["range"]["start"]["character"] == .number(10))
    #expect(name["detail"].text == "named in the change of the fix")
    try editor.change(bench.address, version: 3, from: (19, 9), to: (19, 10), "")
    let outside = try editor.ask("textDocument/completion", bench.address, at: (19, 22))
    #expect(outside["items"][0]["textEdit"]["newText"].text == "`carry_over`")
    let file = try editor.ask("textDocument/completion", bench.address, at: (19, 25))
    #expect(file["items"].elements.contains { $0["label"].text == "sum.c" })
    let all = try editor.ask("textDocument/completion", bench.address, at: (19, 0))
    let commit = try #require(all["items"].elements.first { $0["kind"] == .number(12) })
    #expect(commit["label"].text == String(bench.fix.prefix(10)))
    #expect(commit["detail"].text == "Mend the sum")
  }

  @Test func `rules are completed in an allowance, and missing sections as headings`() throws {
    let editor = try bench.editorWithRecord()
    try editor.change(
      bench.address, version: 2, from: (23, 0), to: (23, 0), "<!-- postmortem: allow hed\n\n## Wh\n")
    let rules = try editor.ask("textDocument/completion", bench.address, at: (23, 26))
    #expect(rules["items"].elements.map { $0["label"].text }.contains("hedge"))
    let headings = try editor.ask("textDocument/completion", bench.address, at: (25, 5))
    #expect(headings["items"][0]["label"].text == "Why it produced the symptom")
    #expect(headings["items"][0]["textEdit"]["range"]["start"]["character"] == .number(3))
  }

  @Test func `the outline is that of the headings`() throws {
    let editor = try bench.editorWithRecord()
    let result = try editor.ask(
      "textDocument/documentSymbol",
      .object(["textDocument": .object(["uri": .string(bench.address)])]))["result"]
    #expect(result.elements.map { $0["name"].text } == ["A-1: It hangs"])
    let sections = result[0]["children"].elements
    #expect(sections.map { $0["name"].text } == ["Summary", "Root cause", "Fix", "Validation"])
    #expect(sections[0]["range"]["end"]["line"] == .number(12))
    #expect(sections[0]["selectionRange"]["end"] == .object(["line": .number(8), "character": .number(10)]))
  }

  @Test func `other Markdown is left alone, unless its tone is asked for`() throws {
    let other = "file://\(bench.repository.path)/README.md"
    let text = "# Notes\n\n## Root cause\n\n`f` probably hangs.\n"
    let editor = try bench.editor()
    try editor.open(other, text)
    try editor.open(bench.address, EditorBench.record)
    _ = try editor.diagnostics { $0["uri"].text == bench.address }
    #expect(editor.unclaimed.filter { $0["params"]["uri"].text == other } == [])
    try editor.notify(
      "workspace/didChangeConfiguration",
      .object(["settings": .object(["postmortem": .object(["toneOfAllMarkdown": .bool(true)])])]))
    let shown = try editor.diagnostics { $0["uri"].text == other }
    #expect(EditorBench.rules(shown) == ["hedge"])
  }

  @Test func `an editor that asks for findings is sent none, and told when there are more`() throws {
    let editor = try bench.editor(capabilities: EditorSession.capabilitiesOfOneThatAsks)
    func rules() throws -> Set<String> {
      let report = try editor.ask(
        "textDocument/diagnostic",
        .object(["textDocument": .object(["uri": .string(bench.address)])]))["result"]
      #expect(report["kind"].text == "full")
      return EditorBench.rules(report["items"].elements)
    }
    func waitToBeTold() throws {
      let told = try editor.message { $0["method"].text == "workspace/diagnostic/refresh" }
      try editor.send(.object(["jsonrpc": .string("2.0"), "id": told["id"], "result": .null]))
    }
    #expect(try rules() == [])
    try editor.open(bench.address, EditorBench.record)
    #expect(try rules().contains("hedge"))
    while try !rules().contains("unsupported-identifier") { try waitToBeTold() }
    try editor.change(bench.address, version: 2, from: (14, 25), to: (14, 34), "carry_over")
    #expect(try rules().isDisjoint(with: ["unsupported-identifier"]))
    try bench.repository.write("review:\n  rules:\n    hedge: off\n", to: ".postmortem/config.yaml")
    try editor.notify("workspace/didChangeWatchedFiles", .object(["changes": .array([])]))
    while try rules().contains("hedge") { try waitToBeTold() }
    try bench.repository.write("review:\n  rules:\n    hegde: off\n", to: ".postmortem/config.yaml")
    try editor.notify("workspace/didChangeWatchedFiles", .object(["changes": .array([])]))
    while try !rules().contains("hedge") { try waitToBeTold() }
    _ = try editor.message { $0["method"].text == "window/showMessage" }
    try editor.notify(
      "textDocument/didClose", .object(["textDocument": .object(["uri": .string(bench.address)])]))
    #expect(try rules() == [])
    #expect(!editor.unclaimed.contains { $0["method"].text == "textDocument/publishDiagnostics" })
    #expect(try editor.leave() == .exit(0))
  }

  @Test func `an editor that asks and cannot be told to ask again is sent findings all the same`() throws {
    let editor = try bench.editor(
      capabilities: .object(["textDocument": .object(["diagnostic": .object([:])])]))
    try editor.open(bench.address, EditorBench.record)
    _ = try editor.diagnostics {
      EditorBench.rules($0["diagnostics"].elements).contains("unsupported-identifier")
    }
    #expect(!editor.unclaimed.contains { $0["method"].text == "workspace/diagnostic/refresh" })
  }

  @Test func `settings are read again when they are written`() throws {
    let editor = try bench.editorWithRecord()
    try bench.repository.write("review:\n  rules:\n    hedge: off\n", to: ".postmortem/config.yaml")
    try editor.notify(
      "textDocument/didSave",
      .object([
        "textDocument": .object(["uri": .string("file://\(bench.repository.path)/.postmortem/config.yaml")])
      ]))
    _ = try editor.diagnostics { !EditorBench.rules($0["diagnostics"].elements).contains("hedge") }
    try bench.repository.write("review:\n  rules:\n    hegde: off\n", to: ".postmortem/config.yaml")
    try editor.notify("workspace/didChangeWatchedFiles", .object(["changes": .array([])]))
    let told = try editor.message { $0["method"].text == "window/showMessage" }
    #expect(told["params"]["message"].text?.contains("hegde") == true)
    _ = try editor.diagnostics { EditorBench.rules($0["diagnostics"].elements).contains("hedge") }
  }

  @Test func `a name that comes into the repository is found when the record is saved`() throws {
    let editor = try bench.editorWithRecord()
    try bench.repository.commit(["carry.c": "int carry_ovr;\n"], "Name it")
    try editor.notify(
      "textDocument/didSave", .object(["textDocument": .object(["uri": .string(bench.address)])]))
    _ = try editor.diagnostics {
      let rules = EditorBench.rules($0["diagnostics"].elements)
      return rules.contains("hedge") && !rules.contains("unsupported-identifier")
    }
  }

  @Test func `a text outside of any repository is held against structure and tone`() throws {
    let place = try TemporaryDirectory()
    let editor = try bench.editor()
    let address = "file://\(place.path)/not/yet/A-1.md"
    try editor.open(address, EditorBench.record)
    let shown = try editor.diagnostics { $0["uri"].text == address }
    #expect(EditorBench.rules(shown).contains("hedge"))
    #expect(try editor.ask("textDocument/hover", address, at: (14, 2)) == .null)
    #expect(try editor.leave() == .exit(0))
  }
}

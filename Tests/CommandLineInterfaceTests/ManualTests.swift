import CommandLineInterface
import Declaration
import Testing

struct ManualTests {
  static let pages: [(words: [String], file: String)] = [
    (["manual"], "postmortem.1"), (["manual", "prove"], "postmortem-prove.1"),
    (["manual", "measure"], "postmortem-measure.1"),
    (["manual", "tracker"], "postmortem-tracker.1"),
    (["manual", "note", "import"], "postmortem-note-import.1"),
    (["manual", "note"], "postmortem-note.1"),
  ]

  @Test(arguments: pages)
  func `A manual page looks as recorded`(words: [String], file: String) throws {
    expectGolden(try Self.page(words), file)
  }

  @Test(.enabled(if: Program.exists("mandoc")), arguments: pages)
  func `A manual page has no faults`(words: [String], file: String) throws {
    #expect(try Program.output(of: "mandoc", options: "-Tlint -Wwarning", script: Self.page(words)) == "")
  }

  @Test(.enabled(if: Program.exists("groff")), arguments: pages)
  func `A manual page formats without a warning`(words: [String], file: String) throws {
    #expect(try Program.output(of: "groff", options: "-man -ww -z", script: Self.page(words)) == "")
  }

  @Test func `What looks like a request in a text stays text`() throws {
    struct Escape: Operation {
      static let configuration = OperationConfiguration(
        name: "escape", abstract: "Escape.", discussion: #".TH is no request, and \ is a backslash."#)
    }
    let tool = CommandLineTool(name: "tool", abstract: "A tool.", version: "1", operations: [Escape.self])
    #expect(
      try Self.page(["manual", "escape"], of: tool).contains(
        #"""

        \&.TH is no request, and \e is a backslash.

        """#))
  }

  static func page(_ words: [String], of tool: CommandLineTool = .sample) throws -> String {
    guard case .text(let text) = try tool.parse(words) else { return "" }
    return text
  }
}

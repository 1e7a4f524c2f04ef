import CommandLineInterface
import Terminal
import Testing

struct HelpTests {
  static let pages: [(words: [String], width: Int, file: String)] = [
    (["--help"], 100, "overview.txt"),
    (["help", "prove"], 100, "help-prove.txt"),
    (["help", "prove"], 60, "help-prove-narrow.txt"),
    (["measure", "-h"], 100, "help-measure.txt"),
    (["help", "completions"], 80, "help-completions.txt"),
    (["help", "tracker"], 80, "help-tracker.txt"),
    (["help", "note"], 80, "help-note.txt"),
  ]

  @Test(arguments: pages)
  func `Help looks as recorded`(words: [String], width: Int, file: String) throws {
    expectGolden(try Self.help(words, width: width), file)
  }

  @Test func `Help on a large operation fits one screen`() throws {
    let lines = try Self.help(["help", "prove"], width: 100).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `In colour the words are the same`() throws {
    let terminal = TerminalCapabilities(usesColor: true, width: 100, allowsProgress: true)
    guard case .help(let colored) = try CommandLineTool.sample.parse(["prove", "-h"], for: terminal) else {
      Issue.record("No help.")
      return
    }
    #expect(colored.contains("\u{1B}[1mTrees\u{1B}[0m"))
    let codes = ["\u{1B}[1m", "\u{1B}[36m", "\u{1B}[0m"]
    let stripped = codes.reduce(colored) { $0.replacing($1, with: "") }
    expectEqualText(stripped, try Self.help(["prove", "-h"], width: 100))
  }

  @Test func `A hidden operation is on no page`() throws {
    #expect(try !Self.help(["help"], width: 100).contains("secret"))
  }

  static func help(_ words: [String], width: Int) throws -> String {
    let terminal = TerminalCapabilities(usesColor: false, width: width, allowsProgress: false)
    guard case .help(let text) = try CommandLineTool.sample.parse(words, for: terminal) else { return "" }
    return text
  }
}

import CommandLineInterface
import Declaration
import Terminal
import Testing

struct GlobalOptionsTests {
  static let glances: [(name: String, words: [String], json: Bool, quiet: Bool, color: ColorChoice)] = [
    ("nothing", [], false, false, .auto),
    ("all, in spite of mistakes", ["--bogus", "x", "--json", "-q", "--color=never"], true, true, .never),
    ("a word apart", ["--color", "always", "--help"], false, false, .always),
    ("no such choice", ["--color", "blue"], false, false, .auto),
    ("no choice at all", ["--color"], false, false, .auto),
    ("behind the end of options", ["prove", "--", "--json"], false, false, .auto),
  ]

  @Test(arguments: glances)
  func `What governs the output is told at a glance`(
    name: String, words: [String], json: Bool, quiet: Bool, color: ColorChoice
  ) {
    let options = GlobalOptions(glancingAt: words)
    #expect(options.json == json, "\(name)")
    #expect(options.quiet == quiet, "\(name)")
    #expect(options.color == color, "\(name)")
  }

  @Test func `Options that are not given stand at their defaults`() throws {
    guard case .run(_, let globals) = try CommandLineTool.sample.parse(["measure", "5"]) else {
      Issue.record("Nothing to run.")
      return
    }
    #expect(globals.directory == nil)
    #expect(!globals.json)
    #expect(globals.color == .auto)
    #expect(!globals.quiet)
  }
}

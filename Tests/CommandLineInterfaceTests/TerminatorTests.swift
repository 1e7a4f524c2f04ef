import CommandLineInterface
import Declaration
import Testing

/// An argument that holds what stands behind `--`.
struct TerminatorTests {
  struct Repeat: Operation {
    static let configuration = OperationConfiguration(name: "repeat", abstract: "Repeat a command.")

    @Argument(help: "How often.") var count: Int
    @Argument(parsing: .postTerminator, help: ArgumentHelp("The command.", valueName: "cmd"))
    var command: [String]
    @Flag(name: .shortAndLong, help: "Be brisk.") var brisk = false
  }

  static let tool = CommandLineTool(
    name: "postmortem", abstract: "Repeats.", version: "1", date: "2026-11-25", operations: [Repeat.self])

  static let lines: [(name: String, words: [String], count: Int, command: [String], brisk: Bool)] = [
    (
      "words as they stand", ["repeat", "5", "--", "make", "-b", "--jobs=2"], 5, ["make", "-b", "--jobs=2"],
      false
    ),
    ("options before", ["repeat", "--brisk", "5", "--", "make"], 5, ["make"], true),
    ("options between", ["repeat", "5", "-b", "--", "-5"], 5, ["-5"], true),
    ("a second end is a word", ["repeat", "5", "--", "sh", "--", "-x"], 5, ["sh", "--", "-x"], false),
    ("a call for help is a word", ["repeat", "5", "--", "make", "--help"], 5, ["make", "--help"], false),
    ("an empty word", ["repeat", "5", "--", ""], 5, [""], false),
  ]

  @Test(arguments: lines)
  func `What stands behind the end of options is the command`(
    name: String, words: [String], count: Int, command: [String], brisk: Bool
  ) throws {
    guard case .run(let operation as Repeat, _) = try Self.tool.parse(words) else {
      Issue.record("\(name) is read as another request.")
      return
    }
    #expect(operation.count == count)
    #expect(operation.command == command)
    #expect(operation.brisk == brisk)
    #expect(try Self.tool.parse(Self.tool.words(for: operation)).command == command)
  }

  static let mistakes: [(words: [String], message: String)] = [
    (
      ["repeat", "5", "make"],
      "postmortem repeat: 'make' is one argument too many. <cmd> stands behind '--': '-- make'."
    ),
    (["repeat", "5"], "postmortem repeat: <cmd> is missing behind '--': the command."),
    (["repeat", "5", "--"], "postmortem repeat: <cmd> is missing behind '--': the command."),
    (["repeat", "--", "make"], "postmortem repeat: <count> is missing: how often."),
  ]

  @Test(arguments: mistakes)
  func `A command that does not stand there is told`(words: [String], message: String) throws {
    let error = try #require(throws: CommandLineError.self) { try Self.tool.parse(words) }
    #expect(Self.tool.message(for: error) == "\(message)\nSee `postmortem repeat --help`.\n")
  }

  @Test func `Help and manual show the end of options in its place`() throws {
    guard case .help(let page) = try Self.tool.parse(["help", "repeat"]) else { return }
    #expect(page.hasPrefix("Usage: postmortem repeat <count> [options] -- <cmd>...\n"))
    guard case .text(let manual) = try Self.tool.parse(["manual", "repeat"]) else { return }
    #expect(manual.contains("[\\fIoptions\\fR]\n\\-\\- \\fIcmd\\fR...\n"))
  }
}

extension Invocation {
  fileprivate var command: [String] {
    guard case .run(let operation as TerminatorTests.Repeat, _) = self else { return [] }
    return operation.command
  }
}

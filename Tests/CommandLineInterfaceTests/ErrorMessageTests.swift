import CommandLineInterface
import Testing

struct ErrorMessageTests {
  static let mistakes: [(name: String, words: [String], message: String)] = [
    (
      "unknown operation", ["prvoe"],
      """
      postmortem: there is no operation 'prvoe'. Did you mean 'prove'?
      See `postmortem --help`.

      """
    ),
    (
      "unknown second word of a group", ["tracker", "lgoin"],
      """
      postmortem: there is no operation 'tracker lgoin'. Did you mean 'tracker login'?
      See `postmortem --help`.

      """
    ),
    (
      "unknown second word, help wanted", ["tracker", "lgoin", "--help"],
      """
      postmortem: there is no operation 'tracker lgoin'. Did you mean 'tracker login'?
      See `postmortem --help`.

      """
    ),
    (
      "misspelt second word that is no argument", ["note", "imprt", "x"],
      """
      postmortem: there is no operation 'note imprt'. Did you mean 'note import'?
      See `postmortem --help`.

      """
    ),
    (
      "two words as one", ["note-import", "x"],
      """
      postmortem: there is no operation 'note-import'. Did you mean 'note import'?
      See `postmortem --help`.

      """
    ),
    (
      "the second word alone", ["login"],
      """
      postmortem: there is no operation 'login'. Did you mean 'tracker login'?
      See `postmortem --help`.

      """
    ),
    (
      "misspelt group", ["trakcer", "login"],
      """
      postmortem: there is no operation 'trakcer'. Did you mean 'tracker'?
      See `postmortem --help`.

      """
    ),
    (
      "group alone", ["tracker"],
      """
      Usage: postmortem tracker <operation> [options]
        tracker login   Sign in.
        tracker status  Say who is signed in.
      See `postmortem help tracker`.

      """
    ),
    (
      "unknown option behind a group", ["tracker", "--usr=a", "login"],
      """
      postmortem tracker: there is no option '--usr'.
      See `postmortem tracker --help`.

      """
    ),
    (
      "one argument too many", ["note", "x", "y"],
      """
      postmortem note: 'y' is one argument too many.
      See `postmortem note --help`.

      """
    ),
    (
      "unknown operation, help wanted", ["help", "xyz"],
      """
      postmortem: there is no operation 'xyz'.
      See `postmortem --help`.

      """
    ),
    (
      "unknown option", ["prove", "--max-rusn", "5"],
      """
      postmortem prove: there is no option '--max-rusn'. Did you mean '--max-runs'?
      See `postmortem prove --help`.

      """
    ),
    (
      "unknown option with a value", ["prove", "--bogus=secret"],
      """
      postmortem prove: there is no option '--bogus'.
      See `postmortem prove --help`.

      """
    ),
    (
      "unknown letter", ["prove", "-x"],
      """
      postmortem prove: there is no option '-x'.
      See `postmortem prove --help`.

      """
    ),
    (
      "a long option behind one dash", ["prove", "-repro", "x"],
      """
      postmortem prove: there is no option '-r'. Did you mean '--repro'?
      See `postmortem prove --help`.

      """
    ),
    (
      "an option that is not denied", ["prove", "--no-fresh"],
      """
      postmortem prove: there is no option '--no-fresh'.
      See `postmortem prove --help`.

      """
    ),
    (
      "an option before the operation", ["--repro", "x", "prove"],
      """
      postmortem: '--repro' belongs to an operation. Write it behind the name: 'prove --repro'.
      See `postmortem --help`.

      """
    ),
    (
      "a value missing at the end", ["prove", "--max-runs"],
      """
      postmortem prove: --max-runs takes a whole number, but nothing follows.
      See `postmortem prove --help`.

      """
    ),
    (
      "a value missing before an option", ["prove", "--repro", "--json"],
      """
      postmortem prove: --repro takes a text, but '--json' follows, which looks like an option. \
      If it is the value, write '--repro=--json'.
      See `postmortem prove --help`.

      """
    ),
    (
      "a value for a flag", ["prove", "--fresh=yes"],
      """
      postmortem prove: --fresh takes no value, but was given 'yes'.
      See `postmortem prove --help`.

      """
    ),
    (
      "one argument too many", ["prove", "a", "b"],
      """
      postmortem prove: 'b' is one argument too many.
      See `postmortem prove --help`.

      """
    ),
    (
      "a missing argument", ["measure"],
      """
      postmortem measure: <distance> is missing: how far.
      See `postmortem measure --help`.

      """
    ),
    (
      "a missing option", ["prove", "HEAD"],
      """
      postmortem prove: --repro <command> is missing: the command that fails while the bug is there.
      See `postmortem prove --help`.

      """
    ),
    (
      "no number", ["prove", "--repro", "x", "--max-runs", "ten"],
      """
      postmortem prove: --max-runs takes a whole number, not 'ten'.
      See `postmortem prove --help`.

      """
    ),
    (
      "no duration", ["prove", "--repro", "x", "--timeout", "5 min"],
      """
      postmortem prove: --timeout takes a duration such as 500ms, 90s, 5m or 2h, not '5 min'.
      See `postmortem prove --help`.

      """
    ),
    (
      "no such choice", ["prove", "--repro", "x", "--cache", "claer"],
      """
      postmortem prove: --cache takes one of keep, clear, none, not 'claer'. Did you mean 'clear'?
      See `postmortem prove --help`.

      """
    ),
    (
      "a wrong global value", ["prove", "--repro", "x", "--color=blue"],
      """
      postmortem prove: --color takes one of auto, always, never, not 'blue'.
      See `postmortem prove --help`.

      """
    ),
    (
      "no number by position", ["measure", "far"],
      """
      postmortem measure: <distance> takes a whole number, not 'far'.
      See `postmortem measure --help`.

      """
    ),
    (
      "one option twice", ["prove", "--repro", "a", "--repro=b"],
      """
      postmortem prove: --repro is given twice, as 'a' and as 'b'. Give it once.
      See `postmortem prove --help`.

      """
    ),
    (
      "a global option on both sides", ["-C", "a", "prove", "-C", "b"],
      """
      postmortem prove: --directory is given twice, as 'a' and as 'b'. Give it once.
      See `postmortem prove --help`.

      """
    ),
    (
      "a flag set and unset", ["measure", "5", "--round", "--no-round"],
      """
      postmortem measure: --round and --no-round contradict each other. Give one of them.
      See `postmortem measure --help`.

      """
    ),
    (
      "an unknown shell", ["completions", "zhs"],
      """
      postmortem completions: <shell> takes one of bash, zsh, fish, not 'zhs'. Did you mean 'zsh'?
      See `postmortem completions --help`.

      """
    ),
    (
      "what would move the cursor", ["\u{1B}[2Jx"],
      """
      postmortem: there is no operation '\\x1B[2Jx'.
      See `postmortem --help`.

      """
    ),
    (
      "what would fill the screen", [String(repeating: "x", count: 1000)],
      """
      postmortem: there is no operation '\(String(repeating: "x", count: 79))…'.
      See `postmortem --help`.

      """
    ),
  ]

  @Test(arguments: mistakes)
  func `A mistake is told with its place and the next step`(
    name: String, words: [String], message: String
  ) {
    let error = #expect(throws: CommandLineError.self, "\(name)") { try CommandLineTool.sample.parse(words) }
    expectEqualText(error.map(CommandLineTool.sample.message) ?? "", message)
  }

  @Test func `Who asks for nothing is shown what there is`() {
    let error = #expect(throws: CommandLineError.self) { try CommandLineTool.sample.parse([]) }
    #expect(error == CommandLineError(operation: nil, fact: .missingOperation))
    expectGolden(error.map(CommandLineTool.sample.message) ?? "", "summary.txt")
  }
}

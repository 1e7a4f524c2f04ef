import CommandLineInterface
import Testing

struct ParsingTests {
  static let lines: [(name: String, words: [String], summary: String)] = [
    ("one argument", ["measure", "5"], "measure distance=5 |"),
    ("options behind", ["measure", "5", "--offset", "3"], "measure distance=5 offset=3 |"),
    ("options before", ["measure", "--offset", "3", "5"], "measure distance=5 offset=3 |"),
    ("an equals sign", ["measure", "5", "--offset=3"], "measure distance=5 offset=3 |"),
    ("an empty value", ["measure", "5", "--names="], "measure distance=5 names= |"),
    ("an equals sign in the value", ["measure", "5", "--names=a=b"], "measure distance=5 names=a=b |"),
    ("a letter", ["measure", "5", "-o", "3"], "measure distance=5 offset=3 |"),
    ("a letter with its value", ["measure", "5", "-o3"], "measure distance=5 offset=3 |"),
    ("a letter and an equals sign", ["measure", "5", "-o=3"], "measure distance=5 offset=3 |"),
    ("letters together", ["measure", "5", "-br"], "measure brisk=true distance=5 round=true |"),
    ("letters with a value", ["measure", "5", "-bo3"], "measure brisk=true distance=5 offset=3 |"),
    ("letters across owners", ["measure", "5", "-bq"], "measure brisk=true distance=5 | quiet=true"),
    ("a negative argument", ["measure", "-5"], "measure distance=-5 |"),
    ("a negative value", ["measure", "5", "--offset", "-3"], "measure distance=5 offset=-3 |"),
    (
      "many values", ["measure", "5", "--levels", "1", "-2.5", "3", "-b"],
      "measure brisk=true distance=5 levels=1.0,-2.5,3.0 |"
    ),
    ("an equals sign takes one value", ["measure", "--levels=1", "5"], "measure distance=5 levels=1.0 |"),
    ("repeated", ["measure", "5", "-n", "a", "--names", "b", "-nc"], "measure distance=5 names=a,b,c |"),
    ("no more than one each", ["measure", "5", "-n", "a", "b"], "measure distance=5 names=a things=b |"),
    ("a flag denied", ["measure", "5", "--no-round"], "measure distance=5 round=false |"),
    ("a flag twice", ["measure", "5", "-b", "--brisk"], "measure brisk=true distance=5 |"),
    (
      "the end of options", ["measure", "5", "--", "--brisk", "-x"], "measure distance=5 things=--brisk,-x |"
    ),
    ("a second end is a word", ["measure", "5", "--", "--"], "measure distance=5 things=-- |"),
    ("a lone dash", ["measure", "5", "-", "-n", "-"], "measure distance=5 names=- things=- |"),
    ("a dashed value", ["measure", "5", "--names=--brisk"], "measure distance=5 names=--brisk |"),
    (
      "globals before", ["-C", "/tmp", "--json", "measure", "5"],
      "measure distance=5 | directory=/tmp json=true"
    ),
    ("globals behind", ["measure", "5", "-C/tmp", "-q"], "measure distance=5 | directory=/tmp quiet=true"),
    (
      "globals on both sides", ["--json", "measure", "--color", "never", "5"],
      "measure distance=5 | color=never json=true"
    ),
    ("the operation behind the end of options", ["--", "measure", "5"], "measure distance=5 |"),
    ("a hidden operation", ["secret"], "secret |"),
    (
      "the real one",
      ["prove", "HEAD", "--repro", "./t.sh", "--carry", "a", "b", "--timeout", "60s", "--cache=none"],
      "prove cache=none carry=a,b fix=HEAD repro=./t.sh timeout=60s |"
    ),
    ("two words", ["note", "import", "x"], "note import file=x |"),
    ("the first of two words", ["note", "x"], "note text=x |"),
    (
      "options between two words", ["note", "--json", "-C", "/", "import", "x"],
      "note import file=x | directory=/ json=true"
    ),
    ("a second word that is an argument", ["note", "--", "import"], "note text=import |"),
    ("a second word behind an option of the first", ["note", "--by=a", "import"], "note by=a text=import |"),
    ("a group", ["tracker", "login"], "tracker login |"),
    ("a group behind the end of options", ["--", "tracker", "login"], "tracker login |"),
    (
      "options between a group and its operation", ["tracker", "-q", "login", "--user=a"],
      "tracker login user=a | quiet=true"
    ),
    ("help on a group", ["help", "tracker"], "help: Usage: postmortem tracker <operation> [options]"),
    ("help behind a group", ["tracker", "--help"], "help: Usage: postmortem tracker <operation> [options]"),
    ("help on two words", ["help", "tracker", "login"], "help: Usage: postmortem tracker login [options]"),
    (
      "help behind two words", ["note", "import", "-h"],
      "help: Usage: postmortem note import <file> [options]"
    ),
    ("help behind the first of two", ["note", "x", "-h"], "help: Usage: postmortem note <text> [options]"),
    ("version", ["--version"], "version: postmortem 1.2.3"),
    ("version before all else", ["--version", "prove"], "version: postmortem 1.2.3"),
    ("help", ["--help"], "help: Usage: postmortem <operation> [options]"),
    ("help by letter", ["-h"], "help: Usage: postmortem <operation> [options]"),
    ("help among letters", ["-qh"], "help: Usage: postmortem <operation> [options]"),
    ("the operation help", ["help"], "help: Usage: postmortem <operation> [options]"),
    (
      "help on one", ["help", "measure"], "help: Usage: postmortem measure <distance> [<things>...] [options]"
    ),
    (
      "help behind", ["measure", "--help"],
      "help: Usage: postmortem measure <distance> [<things>...] [options]"
    ),
    (
      "help among the letters behind", ["measure", "-bh"],
      "help: Usage: postmortem measure <distance> [<things>...] [options]"
    ),
    (
      "help in spite of mistakes", ["measure", "--bogus", "x", "-h"],
      "help: Usage: postmortem measure <distance> [<things>...] [options]"
    ),
    (
      "help before the operation", ["--help", "measure"],
      "help: Usage: postmortem measure <distance> [<things>...] [options]"
    ),
    ("help that is a value", ["measure", "5", "--names=--help"], "measure distance=5 names=--help |"),
    (
      "help behind the end of options", ["measure", "5", "--", "--help"], "measure distance=5 things=--help |"
    ),
  ]

  @Test(arguments: lines)
  func `Each way to write a command line is understood`(name: String, words: [String], summary: String) throws
  {
    #expect(try CommandLineTool.sample.parse(words).summary == summary, "\(name)")
  }
}

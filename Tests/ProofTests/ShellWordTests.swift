import Scratch
import Subprocess
import Testing

@testable import Proof

@Suite struct ShellWordTests {
  @Test(
    arguments: [
      ("./repro.sh", "./repro.sh"), ("  ./repro.sh --fast", "./repro.sh"), ("/abs/repro", "/abs/repro"),
      ("sub/repro.sh; echo done", nil), ("A=1 B=x ./repro.sh", "./repro.sh"),
      ("'./my repro.sh' x", "./my repro.sh"), ("\"./my repro.sh\"", "./my repro.sh"),
      ("./my' 'repro.sh", "./my repro.sh"),
      ("sh repro.sh", "repro.sh"), ("python3 repro.py -v", "repro.py"), ("env A=1 sh ./x", nil),
      ("bash './a b'", "./a b"), ("env python3 repro.py", "repro.py"), ("A=1 sh x", "x"),
      ("make test", nil), ("repro", nil), ("", nil), ("   ", nil), ("sh -c './x'", nil),
      ("python3 -m pytest", nil),
      ("$X/repro.sh", nil), ("~/repro.sh", nil), ("./*.sh", nil), ("`which x`/y", nil), ("./a\\ b", nil),
      ("\"$HOME/x\"", nil), ("'unclosed", nil), ("(cd x; ./y)", nil), ("! ./x", nil), ("{ ./x; }", nil),
      ("cd sub && ./x", nil), ("./x|cat", nil), ("./x>out", nil), ("./x\n./y", nil), ("# ./x", nil),
      ("go test ./...", nil), ("ctest -R x", nil), ("node", nil), ("A=./x", nil),
    ] as [(String, String?)])
  func `the script of a command is its first plain word, or that of its interpreter`(
    command: String, script: String?
  ) {
    #expect(ShellWord.script(of: command)?.text == script)
  }

  @Test func `a word knows where it stands, quotes included`() throws {
    let command = "  sh 'a b' c"
    let word = try #require(ShellWord.script(of: command))
    #expect(word.range == 5..<10)
    #expect(!word.isCommand)
  }

  @Test(arguments: [
    "", "plain", "with space", "it's", "'", "''", "\"q\"", "$HOME", "`x`", "a\\b", "new\nline", "*", "~", "ü",
    "-x",
    "#", "!", "a;b", "a&b", "\t", "{a,b}", "[a]", "%@=:,+-_./",
  ])
  func `a quoted text is one word, letter by letter`(text: String) throws {
    let command = Command(
      "sh", ["-c", "printf '%s|' \(ShellWord.quoted(text))"], environment: ["PATH": ProcessVariables.path],
      workingDirectory: "/")
    #expect(String(decoding: try Spawner().capture(command).output, as: UTF8.self) == "\(text)|")
  }

  @Test(arguments: [
    ("make test", "make test"), ("a && b", "a && b"), ("a | b 2>&1", "a | b 2>&1"),
    ("a; b", "(a; b)"), ("a || b", "(a || b)"), ("a & wait", "(a & wait)"), ("a # b", "(a # b\n)"),
    ("(a); b", "( (a); b)"), ("cat <<E\nx\nE", "(cat <<E\nx\nE\n)"),
  ])
  func `a command of several is grouped, and one is left as it is`(command: String, grouped: String) {
    #expect(ShellWord.grouped(command) == grouped)
  }

  @Test(arguments: [
    "echo x; true", "false || echo x", "echo x & wait", "(echo x); true", "echo x # y", "cat <<E\nx\nE",
  ])
  func `behind a command that failed, nothing of a group runs`(command: String) throws {
    for (before, printed) in [("true", "x\n"), ("false", "")] {
      let words = "(\(before) && \(ShellWord.grouped(command)))"
      let shell = Command(
        "sh", ["-c", words], environment: ["PATH": ProcessVariables.path], workingDirectory: "/")
      #expect(String(decoding: try Spawner().capture(shell).output, as: UTF8.self) == printed, "\(words)")
    }
  }
}

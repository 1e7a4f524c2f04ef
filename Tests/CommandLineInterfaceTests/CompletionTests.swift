import CommandLineInterface
import FoundationEssentials
import Testing

struct CompletionTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func `Completions look as recorded`(shell: String) throws {
    expectGolden(try Self.script(shell), "completions.\(shell)")
  }

  @Test(arguments: ["bash", "zsh", "fish"].filter(Program.exists))
  func `A shell that is there accepts its script`(shell: String) throws {
    #expect(try Program.output(of: shell, options: "-n", script: Self.script(shell)) == "")
  }

  static let lines: [(words: String, replies: [String])] = [
    ("postmortem ''", ["prove", "measure", "note", "tracker", "help", "completions", "manual"]),
    ("postmortem m", ["measure", "manual"]),
    ("postmortem --co", ["--color"]),
    ("postmortem --color a", ["auto", "always"]),
    ("postmortem --color = a", ["auto", "always"]),
    ("postmortem -C / prove --ca", ["--carry", "--cache"]),
    ("postmortem --color = auto prove --cache ''", ["keep", "clear", "none"]),
    ("postmortem prove --cache =", ["keep", "clear", "none"]),
    ("postmortem prove --shell /et", ["/etc"]),
    ("postmortem prove --carry x /et", ["/etc"]),
    ("postmortem prove --carry x --fr", ["--fresh"]),
    ("postmortem prove -C /et", ["/etc"]),
    ("postmortem prove --repro x", []),
    ("postmortem prove HE", []),
    ("postmortem measure --no", ["--no-round"]),
    ("postmortem completions ''", ["bash", "zsh", "fish"]),
    ("postmortem help p", ["prove"]),
    ("postmortem help tracker ''", ["login", "status"]),
    ("postmortem tracker ''", ["login", "status"]),
    ("postmortem tracker l", ["login"]),
    ("postmortem tracker --qu", ["--quiet"]),
    ("postmortem tracker login --u", ["--user"]),
    ("postmortem note ''", ["import"]),
    ("postmortem note --b", ["--by"]),
    ("postmortem note x ''", []),
    ("postmortem note -- --b", ["--by"]),
    ("postmortem note import --cache =", ["keep", "clear", "none"]),
    ("postmortem note import --cache k", ["keep"]),
    ("postmortem note import /et", ["/etc"]),
    ("postmortem manual note i", ["import"]),
  ]

  @Test func `Bash is offered what fits`() throws {
    var script = try Self.script("bash")
    for (words, _) in Self.lines {
      script += "COMP_WORDS=(\(words)); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 )); _postmortem\n"
      script += #"echo "\#(words.replacing("'", with: "")): ${COMPREPLY[*]}""# + "\n"
    }
    let expected = Self.lines.map { words, replies in
      "\(words.replacing("'", with: "")): \(replies.joined(separator: " "))\n"
    }
    expectEqualText(try Program.output(of: "bash", script: script), expected.joined())
  }

  static func script(_ shell: String) throws -> String {
    guard case .text(let text) = try CommandLineTool.sample.parse(["completions", shell]) else { return "" }
    return text
  }
}

import Casework

/// A well-known tool for looking into programs, as far as experiments of a ledger were run with it.
struct DiagnosticTool {
  var name: String
  var experiments: [Int]

  /// The tools that commands of the ledger begin with, in the order in which they came.
  static func used(in ledger: Ledger) -> [DiagnosticTool] {
    var tools: [DiagnosticTool] = []
    for (number, experiment) in ledger.experiments {
      guard let name = name(of: experiment.command) else { continue }
      if let place = tools.firstIndex(where: { $0.name == name }) {
        tools[place].experiments.append(number)
      } else {
        tools.append(DiagnosticTool(name: name, experiments: [number]))
      }
    }
    return tools
  }

  private static func name(of command: [String]) -> String? {
    var words = command[...]
    // What only prepares the run of another program, with options of its own.
    if let first = words.first, ["env", "nice", "timeout", "sudo", "time", "xvfb-run"].contains(base(first)) {
      words = words.dropFirst().drop { !known.contains(base($0)) && base($0) != "git" }
    }
    guard let first = words.first else { return nil }
    if base(first) == "git", words.dropFirst().first == "bisect" { return "git bisect" }
    if base(first) == "git", words.dropFirst().first == "blame" { return "git blame" }
    return known.contains(base(first)) ? base(first) : nil
  }

  private static func base(_ word: String) -> String {
    word.split(separator: "/").last.map(String.init) ?? word
  }

  private static let known: Set<String> = [
    "gdb", "lldb", "rr", "valgrind", "strace", "ltrace", "perf", "bpftrace", "dtrace", "dtruss", "tcpdump",
    "tshark", "heaptrack", "jstack", "jmap", "jcmd", "py-spy", "pdb", "delve", "dlv", "sample", "leaks",
    "instruments", "eu-stack", "pstack", "gcore", "hyperfine", "ftrace", "trace-cmd", "uftrace", "massif",
  ]
}

import Digest
import Storage
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One thing that is measured.
protocol Benchmark {
  /// The word that selects it.
  var name: String { get }

  /// What it asks, and of whom it is held against.
  var question: String { get }

  func measure(_ bench: Bench) throws -> [Figure]
}

/// A measured figure and its bound.
struct Figure {
  let what: String
  let value: Double
  let unit: String
  /// Nil for a figure that only tells.
  let bound: Double?

  var holds: Bool { bound.map { value <= $0 } ?? true }

  var line: String {
    let verdict = bound == nil ? "    " : holds ? "ok  " : "OVER"
    let limit = bound.map { " (at most \(rounded($0)))" } ?? ""
    return "\(verdict) \(what): \(rounded(value)) \(unit)\(limit)"
  }

  private func rounded(_ number: Double) -> String {
    let scaled = (number * 1000).rounded() / 1000
    return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
  }
}

/// Where benchmarks work: a directory of their own, and the means to run programs there.
struct Bench {
  let tool: String
  let directory: String
  let spawner = Spawner()

  init(tool: String) throws {
    self.tool = tool
    directory = "/tmp/postmortem-bench-\(RandomBytes.hexadecimal(count: 4))"
    try FileTree.makeDirectory(directory)
  }

  func cleanUp() throws {
    try FileTree.remove(directory)
  }

  var environment: [String: String] {
    [
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin", "HOME": directory,
      "POSTMORTEM_CACHE": "\(directory)/cache", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "bench",
      "GIT_AUTHOR_EMAIL": "bench@example.invalid", "GIT_COMMITTER_NAME": "bench",
      "GIT_COMMITTER_EMAIL": "bench@example.invalid", "LC_ALL": "C.UTF-8",
    ]
  }

  /// Runs a program to its end, its output thrown away but for the last call's.
  @discardableResult
  func run(_ program: String, _ arguments: [String], in directory: String? = nil) throws -> Capture {
    try spawner.capture(
      Command(program, arguments, environment: environment, workingDirectory: directory ?? self.directory))
  }

  /// A repository of two commits: a bug (no file `fixed`) and its fix.
  func makeRepository(_ name: String, files: Int = 0) throws -> String {
    let path = "\(directory)/\(name)"
    try FileTree.makeDirectory(path)
    try run("git", ["init", "-q"], in: path)
    for number in 0..<files {
      let folder = "\(path)/d\(number / 100)"
      if number % 100 == 0 { try FileTree.makeDirectory(folder) }
      let text =
        "file \(number)\n" + String(repeating: "line of some length, as in a source file\n", count: 50)
      try FileTree.write(Array(text.utf8), to: "\(folder)/f\(number).txt")
    }
    try FileTree.write(Array("a bug\n".utf8), to: "\(path)/README")
    try run("git", ["add", "-A"], in: path)
    try run("git", ["commit", "-qm", "A bug"], in: path)
    try FileTree.write(Array("fixed\n".utf8), to: "\(path)/fixed")
    try run("git", ["add", "-A"], in: path)
    try run("git", ["commit", "-qm", "Its fix"], in: path)
    return path
  }

  /// The seconds of the quickest of `rounds` runs: what others do on the machine only ever makes a run slower.
  func quickest(of rounds: Int, _ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds { best = min(best, try seconds(body)) }
    return best
  }

  /// The seconds that `body` takes, by the monotonic clock.
  func seconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

/// The value in the middle.
func median(_ values: [Double]) -> Double {
  values.sorted()[values.count / 2]
}

/// Prints a line at once.
func say(_ line: String) {
  let bytes = Array("\(line)\n".utf8)
  _ = write(1, bytes, bytes.count)
}

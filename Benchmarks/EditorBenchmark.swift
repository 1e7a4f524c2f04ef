import Scratch
import Storage

/// How soon an editor is told what a keystroke has changed: until the last byte of the message has come.
struct EditorBenchmark: Benchmark {
  let name = "lsp"
  let question = "how long is it from a keystroke in a record of 500 lines to its findings, and to a list of names?"

  private static let keystrokes = 200

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("lsp")
    let address = "file://\(repository)/docs/postmortems/K-1.md"
    let editor = try EditorSession(bench.tool, environment: bench.environment, in: repository)
    let text = Self.record
    try editor.open(address, text)
    // Names are looked up once; what follows is typing.
    _ = try editor.diagnostics { $0["diagnostics"].elements.contains { $0["code"].text == "unsupported-identifier" } }
    var findings: [Double] = []
    var names: [Double] = []
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count / 2
    for version in 2..<2 + Self.keystrokes {
      let stroke = ContinuousClock.now
      try editor.change(address, version: version, from: (line, 0), to: (line, 0), "x")
      let shown = try editor.moment {
        $0["method"].text == "textDocument/publishDiagnostics" && $0["params"]["version"].integer == version
      }
      findings.append((shown - stroke) / .seconds(1))
      let asked = ContinuousClock.now
      let question = try editor.request("textDocument/completion", address, at: (line, 1))
      let told = try editor.moment { $0["method"] == .null && $0["id"].integer == question }
      names.append((told - asked) / .seconds(1))
    }
    try editor.leave()
    return [
      Figure(what: "findings, median of \(Self.keystrokes)", value: median(findings) * 1000, unit: "ms", bound: 50),
      Figure(
        what: "findings, 99th percentile", value: findings.sorted()[Self.keystrokes * 99 / 100] * 1000, unit: "ms",
        bound: 50),
      Figure(what: "completion, median of \(Self.keystrokes)", value: median(names) * 1000, unit: "ms", bound: 50),
    ]
  }

  /// A record of 500 lines, with findings of each kind.
  private static var record: String {
    let head = """
      ---
      key: K-1
      owner: Bench
      fix: HEAD
      ---

      # K-1: It breaks

      ## Summary

      K-1: the reader of `fixed` broke; it is there now. Owner: Bench.

      ## Root cause

      """
    let tail = """

      ## Fix

      `fixed` is read once, so that nothing is dropped.

      ## Validation

      `make check` passes. Not tested: macOS.

      """
    let paragraph = """

      `read_once` takes the lock of `the_queue` before `fixed` is there when `count > 1`; the pointer probably is not set
      by then, and `write_back` in `src/queue.c:12` goes on with what it has, which `README` tells nothing of. The second
      thread waits until `the_queue` is empty, and commit `0a1b2c3d` does not wake it.

      """
    let missing = 500 - (head + tail).split(separator: "\n", omittingEmptySubsequences: false).count
    return head + String(repeating: paragraph, count: missing / 4 + 1) + tail
  }
}

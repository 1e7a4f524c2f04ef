/// Makes the fingerprint of a failure: what stays the same when the same bug fails twice.
struct Signature {
  let treeRoots: [[UInt8]]

  /// What stands between the parts of a fingerprint.
  static let separator = " | "

  /// The fingerprint of a red run; nil when it is green.
  func make(of run: Run, report: Report?, failures: [String]) -> String? {
    guard !run.isGreen else { return nil }
    var parts: [String] = [report?.runner ?? "", ending(run.ending)].filter { !$0.isEmpty }
    // Sorted, because runners that work in parallel report in any order.
    parts += Set(failures.prefix(20).map { normalised(Line($0)) }).sorted()
    if run.ending == .timeLimit { return parts.joined(separator: Self.separator) }
    let reasons = (report?.reasons ?? []).isEmpty ? telling(run.lines) : report?.reasons ?? []
    parts += Set(reasons.prefix(50).map(normalised)).subtracting(parts).sorted().prefix(20)
    if parts.isEmpty, case .exit(let code) = run.ending { parts = ["exit \(code)"] }
    return parts.joined(separator: Self.separator)
  }

  private func ending(_ ending: RunEnding) -> String {
    switch ending {
    case .exit: ""
    case .signal(let number): "signal \(number)"
    case .timeLimit: "time limit"
    }
  }

  /// The lines that tell why, in the output of a program that is no runner.
  private func telling(_ lines: [Line]) -> [Line] {
    if let summary = lines.first(where: { $0.starts("SUMMARY: ") }) { return [summary] }
    let loud = lines.filter { line in
      Self.words.contains { line.has($0) } && !line.has("warning") && !line.starts(anyOf: Self.echoes)
        && !line.isStackFrame
    }
    let found = loud.isEmpty ? Array(lines.filter { !$0.trimmed.isEmpty }.suffix(5)) : Array(loud.prefix(10))
    // Which test it is that fails may be told by nothing else.
    return found + PrintedDiff.changed(in: lines, atMost: 10)
  }

  /// Commands that `make` shows; a second run may have nothing left to compile.
  private static let echoes = [
    "gcc ", "g++ ", "cc ", "c++ ", "clang", "ar ", "ld ", "  CC ", "  CCLD ", "libtool", "/bin/sh ",
  ]

  private static let words = [
    "error", "Error", "ERROR", "fail", "Fail", "FAIL", "assert", "Assert", "panic", "xception", "abort",
    "Abort", "xpected",
    "atal", "wanted", "got ", "undefined", "cannot find",
  ]

  /// The line without what differs from run to run.
  func normalised(_ line: Line) -> String {
    var bytes = Array(line.trimmed.bytes.prefix(400))
    for root in treeRoots { bytes = removing(root, from: bytes) }
    return String(decoding: Normaliser(bytes).result(), as: UTF8.self)
  }

  private func removing(_ root: [UInt8], from bytes: [UInt8]) -> [UInt8] {
    guard !root.isEmpty, bytes.count >= root.count else { return bytes }
    var result: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let isHere = bytes[position...].starts(with: root)
      let end = position + root.count
      if isHere, end >= bytes.count || !bytes[end].isWord {
        position = end < bytes.count && bytes[end] == UInt8(ascii: "/") ? end + 1 : end
      } else {
        result.append(bytes[position])
        position += 1
      }
    }
    return result
  }
}

import Recognition

extension Array where Element == Clue {
  /// What a stack trace names: the message, the kind of the failure, and of each frame the function and the file.
  init(in trace: StackTrace) {
    self = []
    for complaint in trace.complaints {
      let masked = FailureText.masked(complaint.message)
      let words = FailureText.words(in: masked)
      if words >= 3 {
        append(
          Clue(
            kind: .message, name: masked, text: complaint.message, source: "the message",
            weight: Self.isCommonplace(masked) ? 0.6 : 2.5, group: -1))
      }
      for name in CodeName.parts(of: complaint.type ?? "").prefix(1) {
        // A type of a library says what kind of failure it is, and nothing of where.
        let isDistinct = CodeName.isDistinct(name)
        append(
          Clue(
            kind: .identifier, name: name, text: name, source: "the failure", weight: isDistinct ? 1 : 0.2,
            group: -2,
            needsCompany: !isDistinct))
      }
    }
    // A line that is like one of a symptom says less: it may stand in any run.
    for remark in trace.remarks {
      let masked = FailureText.masked(remark)
      guard FailureText.words(in: masked) >= 3, !Self.isCommonplace(masked) else { continue }
      append(Clue(kind: .message, name: masked, text: remark, source: "the output", weight: 1.2, group: -3))
    }
    for (number, frame) in trace.frames.enumerated() {
      let source = "frame \(number + 1)"
      if let file = frame.file {
        let name = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { String($0) } ?? file
        append(
          Clue(kind: .file, name: name, text: file, source: source, weight: 0.8, group: number))
      }
      for (place, name) in CodeName.parts(of: frame.function ?? "").prefix(2).enumerated() {
        let isDistinct = CodeName.isDistinct(name)
        append(
          Clue(
            kind: .identifier, name: name, text: name, source: source,
            weight: isDistinct ? (place == 0 ? 1.2 : 0.6) : 0.5, group: number, needsCompany: !isDistinct))
      }
    }
  }

  /// What programs say of failures of every kind.
  private static func isCommonplace(_ message: String) -> Bool {
    let low = message.lowercased()
    return [
      "index out of range", "out of bounds", "out of memory", "no such file", "permission denied",
      "connection refused",
      "timed out", "null pointer", "nil pointer", "cannot read propert", "segmentation fault",
      "is not a function",
      "is not defined", "has no attribute", "division by zero", "divide by zero", "stack overflow",
      "broken pipe",
      "not found", "unexpectedly found nil", "object reference not set", "undefined method",
      "undefined local variable",
      "none of the above", "does not exist", "connection reset", "must not be null", "takes <n> positional",
    ].contains { low.contains($0) }
  }
}

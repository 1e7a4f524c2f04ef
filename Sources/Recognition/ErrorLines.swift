/// The lines of a program that is no runner in which it says what went wrong.
enum ErrorLines {
  static func first(in lines: [Line]) -> [String] {
    var found: [String] = []
    for line in lines {
      guard found.count < 20 else { break }
      if isLoud(line), !found.contains(line.quoted) { found.append(line.quoted) }
    }
    return found
  }

  /// Whether this line says that something went wrong; rulers, shown commands and stack frames do not.
  static func isLoud(_ line: Line) -> Bool {
    marks.contains { line.has($0) } && !line.starts(anyOf: ["=", "_", "> ", "# "]) && !line.isStackFrame
  }

  private static let marks = [
    "rror: ", "rror:", "FAIL", "Assertion", "assertion", "panic", "xception", "ERROR", "undefined reference",
  ]
}

extension Line {
  /// Whether it is one place of a stack: `at x (y.js:3)`, `#3 0x4f in main`, `4  lib.so 0x3`, `2: a::b`.
  var isStackFrame: Bool {
    let text = trimmed
    if text.starts("at ") { return true }
    let frame = text.dropping("#") ?? text
    return frame.number != nil && (frame.has(" 0x") || frame.has("::"))
  }
}

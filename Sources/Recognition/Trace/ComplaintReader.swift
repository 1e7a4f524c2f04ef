/// Reads what a program says that went wrong.
enum ComplaintReader {
  typealias Complaint = StackTrace.Complaint

  /// The complaint that a line is; nil for any other.
  static func complaint(in line: Line) -> Complaint? {
    var text = line.trimmed
    // pytest marks what was raised; continuous integration and loggers put this and that before it.
    text = text.dropping("E   ")?.trimmed ?? text
    if let summary = text.after("ERROR: AddressSanitizer: ") ?? text.after("WARNING: ThreadSanitizer: ") {
      let kind = summary.before(" on ") ?? summary.before(" (") ?? summary
      return Complaint(type: kind.trimmed.text.replacing(" ", with: "-"), message: "")
    }
    // Elixir: `** (KeyError) key :a not found`
    if let rest = text.dropping("** ("), let type = rest.before(")") {
      return Complaint(type: type.text, message: rest.after(") ")?.text ?? "")
    }
    if text.has(" panicked at ") { return panicked(text) }
    for mark in wholly { if let rest = text.dropping(mark) { return Complaint(message: rest.trimmed.text) } }
    for mark in thrown {
      if let rest = text.after(mark), let complaint = typed(rest.trimmed, isMarked: true) { return complaint }
    }
    if let type = text.after("terminate called after throwing an instance of ")?.firstQuotation {
      return Complaint(type: type, message: "")
    }
    if let rest = text.after(" runtime error: ") ?? text.after(": Fatal error: ") {
      return Complaint(message: rest.text)
    }
    if let failed = assertion(text) { return Complaint(message: failed) }
    return typed(text, isMarked: false)
  }

  /// Ruby says behind the first frame what was raised: `a.rb:1:in 'f': no such queue (KeyError)`.
  static func behindFrame(_ line: Line) -> Complaint? {
    guard line.has(":in "), line.ends(")"), let type = line.afterLast(" (")?.before(")"), isType(type),
      let message = line.after("': ")?.beforeLast(" (")
    else { return nil }
    return Complaint(type: type.text, message: message.text)
  }

  /// Behind these all is the message.
  private static let wholly = ["panic: ", "fatal error: ", "Fatal error: ", "what(): ", "FATAL: "]

  /// Behind these stand a type and a message.
  private static let thrown = [
    "Exception in thread \"main\" ", "Caused by: ", "Suppressed: ", "Unhandled exception. ",
    "Unhandled exception: ",
    "---> ", "Uncaught ", "uncaught exception of type ", "Unhandled rejection ",
  ]

  /// Rust, as it is and as it was: `thread 'main' panicked at 'no queue', src/a.rs:1:2`.
  private static func panicked(_ line: Line) -> Complaint? {
    guard let rest = line.after(" panicked at ") else { return nil }
    let message = rest.dropping("'")?.beforeLast("', ")
    return Complaint(message: message?.text ?? "")
  }

  /// What the C library says where an assertion fails.
  private static func assertion(_ line: Line) -> String? {
    guard line.has(anyOf: ["Assertion ", "assertion "]), line.has("failed") else { return nil }
    return (line.after(": Assertion ").map { Line(Array("Assertion \($0.text)".utf8)[...]) } ?? line).text
  }

  /// Reads `java.lang.IllegalStateException: closed` and `KeyError: 'a'`.
  private static func typed(_ line: Line, isMarked: Bool) -> Complaint? {
    let type = line.before(": ") ?? (line.ends(":") ? Line(line.bytes.dropLast()) : line)
    guard isType(type), isMarked || isLikeError(type) else { return nil }
    return Complaint(type: type.text, message: line.after(": ")?.trimmed.text ?? "")
  }

  private static func isType(_ line: Line) -> Bool {
    guard let first = line.bytes.first, first.isLetter, line.bytes.count <= 200 else { return false }
    return line.bytes.allSatisfy { $0.isWord || ".:$\\".utf8.contains($0) }
  }

  /// Whether the last part of a name begins with a capital and says that something is wrong.
  private static func isLikeError(_ type: Line) -> Bool {
    let name = type.bytes.split { !$0.isWord }.last.map { Line($0) }
    guard let name, let first = name.bytes.first, (0x41...0x5A).contains(first) else { return false }
    return endings.contains { name.ends($0) } || type.starts("Errno::")
  }

  private static let endings = [
    "Error", "Exception", "Failure", "Fault", "Interrupt", "Timeout", "Overflow", "Panic", "Violation",
    "Exit",
  ]
}

/// Reads one line of a stack trace.
enum FrameReader {
  typealias Frame = StackTrace.Frame

  /// The frame that a line is, by the shape that its language gives it; nil for any other line.
  static func frame(in line: Line) -> Frame? {
    let text = line.trimmed
    if text.starts("File \"") { return python(text) }
    if let rest = text.dropping("at ") { return behindAt(rest) }
    if let rest = text.dropping("from "), let frame = ruby(rest) { return frame }
    if text.starts("#") || text.starts("frame #") || text.starts("* frame #") || text.number != nil {
      if let frame = numbered(text) { return frame }
    }
    if text.has(":in ") { return ruby(text) }
    if text.has("@"), let frame = browser(text) { return frame }
    if text.starts("(") { return elixir(text) }
    return nil
  }

  // MARK: Scripts

  /// Reads `File "src/queue.py", line 12, in push`.
  private static func python(_ line: Line) -> Frame? {
    guard let rest = line.after("File \""), let file = rest.before("\""),
      let number = rest.number(after: "\", line ")
    else { return nil }
    return Frame(file: file.text, line: number, function: rest.after(", in ").flatMap(name))
  }

  /// Reads `src/queue.rb:12:in 'Queue#push'`, also with a grave accent before the name, and “block in” in it.
  private static func ruby(_ line: Line) -> Frame? {
    guard let head = line.before(":in "), let place = SourcePlace(head.trimmed), let rest = line.after(":in ")
    else { return nil }
    let function = rest.firstQuotation.map { Line($0) }
    return Frame(
      file: place.file, line: place.line, function: function.flatMap { name($0.afterLast(" in ") ?? $0) })
  }

  /// Reads `push@http://localhost/src/queue.js:12:5`.
  private static func browser(_ line: Line) -> Frame? {
    guard let place = line.afterLast("@").flatMap({ SourcePlace($0) }), let head = line.beforeLast("@"),
      !head.has(" ")
    else { return nil }
    return Frame(file: place.file, line: place.line, function: name(head))
  }

  /// Reads `(rill 0.4.0) lib/queue.ex:12: Rill.Queue.push/2`.
  private static func elixir(_ line: Line) -> Frame? {
    guard let rest = line.after(") "), let head = rest.before(": "), let place = SourcePlace(head) else {
      return nil
    }
    return Frame(
      file: place.file, line: place.line, function: rest.after(": ").flatMap { name($0.before("/") ?? $0) })
  }

  // MARK: Behind “at”

  /// What the JVM, JavaScript and .NET print behind “at”.
  private static func behindAt(_ line: Line) -> Frame? {
    var rest = line
    for word in ["async ", "new "] { rest = rest.dropping(word) ?? rest }
    // .NET: `Rill.Queue.Push(Int32 item) in /src/Queue.cs:line 12`
    if let call = rest.before(") in "), let place = rest.afterLast(" in "), let file = place.before(":line ")
    {
      return Frame(
        file: file.text, line: place.number(after: ":line "), function: name(call.before("(") ?? call))
    }
    guard rest.ends(")"), let inside = rest.afterLast("(")?.beforeLast(")"), let head = rest.beforeLast("(")
    else {
      // JavaScript without a function: `/src/queue.js:12:5`
      return SourcePlace(rest).map { Frame(file: $0.file, line: $0.line) }
    }
    // JavaScript says other names of a function in brackets.
    let called = (head.before(" [as ") ?? head).trimmed
    // The JVM puts a module before a class: `java.base/java.util.Queue.add`
    let function = called.has(" ") ? called : called.afterLast("/") ?? called
    let place = SourcePlace(inside)
    let isKnownShape =
      place != nil || inside.isEmpty || inside.starts(anyOf: ["Native Method", "Unknown Source"])
    guard isKnownShape || !called.has(" ") else { return nil }
    return Frame(file: place?.file, line: place?.line, function: name(function))
  }

  // MARK: Numbered

  /// Whether the line is a numbered frame, below which Rust prints where it is.
  static func isNumbered(_ line: Line) -> Bool { line.trimmed.number != nil }

  /// What gdb, lldb, sanitizers, PHP, Rust and Swift print behind a number.
  private static func numbered(_ line: Line) -> Frame? {
    let behindMark = line.dropping("* frame #") ?? line.dropping("frame #") ?? line.dropping("#") ?? line
    guard behindMark.number != nil else { return nil }
    var rest = behindMark.dropping(while: { $0.isDigit })
    let isRust = rest.starts(": ")
    guard isRust || rest.bytes.first?.isBlank == true else { return nil }
    rest = Line(rest.bytes.drop { $0 == 0x3A || $0.isBlank })
    if line.starts("#"), let frame = php(rest) { return frame }
    let hasAddress = rest.before("0x").map { !$0.has("(") } ?? false
    // macOS names the program before the address: `3  rill  0x0001 push + 12`
    if hasAddress, let tail = rest.after("0x") {
      rest = tail.dropping(while: { $0.isHexDigit }).trimmed
      rest = rest.dropping("in ") ?? rest.dropping("- ") ?? rest
      // lldb: rill`push(item=3) at queue.c:12:5
      rest = rest.after("`") ?? rest
    }
    // Anything may begin with a number: an address, a mark, or a path of Rust makes it a frame.
    guard hasAddress || line.starts("#") || line.has("frame #") || isRust && rest.has("::") else {
      return nil
    }
    if let place = rest.afterLast(" at ").flatMap({ SourcePlace($0) }), let head = rest.beforeLast(" at ") {
      return Frame(file: place.file, line: place.line, function: called(head.before(" in ") ?? head))
    }
    // Sanitizers put the place behind a blank, macOS in brackets.
    let last = rest.afterLast(" ")
    if let last, let head = rest.beforeLast(" "), !last.starts("(/") {
      let bare = last.dropping("(")?.before(")") ?? last
      if let place = SourcePlace(bare) {
        return Frame(file: place.file, line: place.line, function: called(head))
      }
    }
    guard let function = called(rest) else { return nil }
    return Frame(function: function)
  }

  /// Reads `/src/queue.php(12): Rill\Queue->push()`.
  private static func php(_ line: Line) -> Frame? {
    guard let head = line.before("): "), let file = head.beforeLast("("),
      let number = head.afterLast("(")?.number,
      let rest = line.after("): ")
    else { return nil }
    return Frame(file: file.text, line: number, function: name(rest.before("(") ?? rest))
  }

  /// The function of a call as debuggers show it: without offset, arguments and the hash that Rust adds.
  private static func called(_ line: Line) -> String? {
    var rest = (line.before(" + ") ?? line).trimmed
    if let hash = rest.afterLast("::h"), hash.bytes.count == 16, hash.bytes.allSatisfy(\.isHexDigit) {
      rest = rest.beforeLast("::h") ?? rest
    }
    for word in ["static ", "closure #1 in ", "specialized "] { rest = rest.dropping(word) ?? rest }
    if let head = rest.before("("), !head.isEmpty { rest = head }
    return name(rest)
  }

  // MARK: Below the function

  /// Rust's `at ./src/queue.rs:12:5` and Go's `/src/queue.go:12 +0x1d`, below the function that they are of.
  static func placeBelow(_ line: Line) -> Frame? {
    if line.indent > 8, let rest = line.trimmed.dropping("at "), !rest.has("("),
      let place = SourcePlace(rest),
      place.file.hasSuffix(".rs")
    {
      return Frame(file: place.file, line: place.line)
    }
    guard line.bytes.first == 0x09, let file = line.trimmed.before(".go:"), !file.has(" "),
      let number = line.number(after: ".go:")
    else { return nil }
    return Frame(file: "\(file.text).go", line: number)
  }

  /// Reads `main.(*Queue).Push(0xc000, 0x3)` and `created by main.run in goroutine 1`.
  static func goFunction(_ line: Line) -> String? {
    let text = line.trimmed
    if let rest = text.dropping("created by ") { return name(rest.before(" in goroutine") ?? rest) }
    return text.ends(")") ? text.beforeLast("(").flatMap(name) : nil
  }

  // MARK: Any line

  /// Reads what stands in any line: `src/queue.c:12:5: …`, `in /src/queue.php on line 12`.
  static func anywhere(in line: Line) -> Frame? {
    for mark in [" on line ", " line "] {
      guard let number = line.number(after: mark), let head = line.before(mark) else { continue }
      let file = head.afterLast(" ") ?? head
      if SourcePlace.isFile(file) { return Frame(file: file.text, line: number) }
    }
    for word in line.trimmed.split(0x20, atMost: 64) {
      if let place = SourcePlace(word) { return Frame(file: place.file, line: place.line) }
    }
    return nil
  }

  /// A name without blanks around it; nil where it is none.
  private static func name(_ line: Line) -> String? {
    let text = line.trimmed
    guard !text.isEmpty, text.bytes.count <= 400, text.bytes.contains(where: \.isLetter),
      !text.starts(anyOf: ["<module>", "<anonymous>", "??", "{main}", "<top "])
    else { return nil }
    return text.text
  }
}

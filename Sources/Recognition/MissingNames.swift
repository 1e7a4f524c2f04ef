/// Names and files that a run complained of not finding.
enum MissingNames {
  /// The name that this line says does not exist, as dynamic languages put it.
  static func symbol(in line: Line) -> String? {
    for (mark, isComplaint) in quotedComplaints where line.has(mark) {
      guard line.has(anyOf: isComplaint), let name = line.after(mark).flatMap(leadingQuotation) else {
        continue
      }
      return plain(name)
    }
    // Node's TAP writes `error: 'cart.frob is not a function'`.
    if line.has(anyOf: ["TypeError", "error: '"]), let called = line.before(" is not a function") {
      return plain(called.text)
    }
    if line.has(anyOf: ["ReferenceError", "error: '"]), let name = line.before(" is not defined") {
      return plain(name.text)
    }
    if let name = line.after("uninitialized constant ")?.taking(while: { $0.isWord || $0 == 0x3A }) {
      return plain(name.text)
    }
    for mark in ["Call to undefined function ", "Call to undefined method ", "Undefined subroutine &"] {
      if let name = line.after(mark)?.taking(while: { !$0.isBlank && $0 != UInt8(ascii: "(") }) {
        return plain(name.text)
      }
    }
    return nil
  }

  /// A mark right before a quoted name, and what the line must also say for it to be a complaint.
  private static let quotedComplaints: [(mark: String, isComplaint: [String])] = [
    ("has no attribute ", ["AttributeError"]), ("NameError: name ", ["is not defined"]),
    ("ImportError: cannot import name ", ["ImportError"]), ("unexpected keyword argument ", ["TypeError"]),
    ("does not provide an export named ", ["SyntaxError"]), ("undefined method ", ["undefined method"]),
    ("undefined local variable or method ", ["undefined local"]),
    ("Can't locate object method ", ["via package"]),
    ("UndefVarError: ", ["not defined"]), ("attempt to call a nil value (global ", ["attempt"]),
    ("attempt to call a nil value (field ", ["attempt"]),
    ("attempt to call a nil value (method ", ["attempt"]),
  ]

  /// The quotation that begins right here.
  private static func leadingQuotation(_ line: Line) -> String? {
    guard let first = line.bytes.first, !first.isWord else { return nil }
    return line.firstQuotation
  }

  /// The last part of a dotted or scoped name, without brackets: `(0, cart.frob)` is `frob`.
  private static func plain(_ name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let end = bytes.lastIndex(where: { $0.isWord || $0 == UInt8(ascii: "$") }) else { return nil }
    var start = end
    while start > 0, bytes[start - 1].isWord || bytes[start - 1] == UInt8(ascii: "$") { start -= 1 }
    return String(decoding: bytes[start...end], as: UTF8.self)
  }

  /// The path that this line says is not there.
  static func file(in line: Line) -> String? {
    if let path = line.after("No such file or directory: ")?.firstQuotation { return path }
    if let path = line.after("no such file or directory, ")?.firstQuotation { return path }
    if let path = line.after("No such file or directory @ ")?.after(" - ") {
      return path.before(")")?.text ?? path.quoted
    }
    if let path = line.after("No such file or directory -- ") { return path.taking { !$0.isBlank }.text }
    if let path = line.after("FileNotFoundException: ")?.before(" (No such file") { return path.quoted }
    if let path = line.after("NoSuchFileException: ") { return path.quoted }
    if let path = line.after("file or directory not found: ") { return path.quoted }
    for mark in ["can't open file ", "cannot open file ", "could not open file "] {
      if let rest = line.after(mark) {
        return rest.firstQuotation ?? rest.taking { !$0.isBlank && $0 != 0x3A }.text
      }
    }
    for mark in [": No such file or directory", ": no such file or directory"] {
      guard let head = line.before(mark)?.trimmed else { continue }
      return (head.ends("’") || head.ends("'") || head.ends("\"") ? lastQuotation(head) : nil)
        ?? lastPart(head)
    }
    for mark in [
      "cannot open ", "can't open ", "could not open ", "Can't open ", "Cannot open ", "Failed to open ",
    ] {
      guard let rest = line.after(mark), let path = rest.firstQuotation ?? pathLike(rest) else { continue }
      return path
    }
    return nil
  }

  /// What stands between the last pair of quotation marks.
  private static func lastQuotation(_ line: Line) -> String? {
    for (opening, closing) in [("‘", "’"), ("'", "'"), ("\"", "\"")] {
      if let name = line.beforeLast(closing)?.afterLast(opening) { return name.text }
    }
    return nil
  }

  /// The last of the parts that `: ` divides, without the words that come before a path in it.
  private static func lastPart(_ head: Line) -> String? {
    let part = (head.afterLast(": ") ?? head).trimmed
    let path = (part.afterLast(" ") ?? part).text
    return path.isEmpty ? nil : path
  }

  /// The first word when it looks like a path.
  private static func pathLike(_ rest: Line) -> String? {
    let word = rest.taking { !$0.isBlank && $0 != 0x2C && $0 != 0x3A && $0 != 0x3B }
    return word.has(anyOf: ["/", "."]) && !word.ends(".") ? word.text : nil
  }

  /// What `find` finds in any line, each once, in order of appearance.
  static func all(in lines: [Line], _ find: (Line) -> String?) -> [String] {
    var found: [String] = []
    for line in lines {
      guard found.count < 20 else { break }
      if let name = find(line), !name.isEmpty, !found.contains(name) { found.append(name) }
    }
    return found
  }
}

/// A word of a shell command, as far as one needs to know the shell to find the script that it runs.
public struct ShellWord: Equatable {
  /// The word without its quotes.
  var text: String

  /// Where it stands in the command, in bytes, quotes included.
  var range: Range<Int>

  /// Whether it is the command itself and not what an interpreter is given.
  var isCommand = true

  /// Programs whose first argument that is no option is a script.
  private static let interpreters: Set<String> = [
    "sh", "bash", "dash", "zsh", "ksh", "python", "python3", "node", "ruby", "perl", "php", "lua", "swift",
    "env",
  ]

  /// The path of the script that `command` runs: its first word, or the first argument of an interpreter.
  ///
  /// Only a word with a slash, or one after an interpreter, is a path; anything that the shell would expand, or a
  /// command that begins with more than a plain word, is left to the shell.
  static func script(of command: String) -> ShellWord? {
    var words = plainWords(of: command)[...]
    while let first = words.first, isAssignment(first.text) { words = words.dropFirst() }
    guard var word = words.popFirst() else { return nil }
    while interpreters.contains(word.text) {
      // An option may be the script itself ("-c …", "-m …"): then there is no path to resolve.
      guard var next = words.popFirst(), !next.text.hasPrefix("-") else { return nil }
      next.isCommand = false
      word = next
      if isAssignment(word.text) { return nil }
    }
    return word.text.utf8.contains(UInt8(ascii: "/")) || !word.isCommand ? word : nil
  }

  private static func isAssignment(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "=") else { return false }
    return text[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  /// The words at the beginning of `command` that the shell takes as they are.
  private static func plainWords(of command: String) -> [ShellWord] {
    let bytes = Array(command.utf8)
    var words: [ShellWord] = []
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
        position += 1
        continue
      }
      guard let word = word(at: position, in: bytes) else { return words }
      words.append(word)
      position = word.range.upperBound
    }
    return words
  }

  private static func word(at start: Int, in bytes: [UInt8]) -> ShellWord? {
    var text: [UInt8] = []
    var position = start
    let special = Set("|&;<>()$`\\*?[#~{}!\n\r".utf8)
    while position < bytes.count, bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: "\t")
    {
      let byte = bytes[position]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        guard let end = bytes[(position + 1)...].firstIndex(of: byte) else { return nil }
        let inner = bytes[(position + 1)..<end]
        if byte == UInt8(ascii: "\""), inner.contains(where: { "$`\\".utf8.contains($0) }) { return nil }
        text += inner
        position = end + 1
      } else if special.contains(byte) {
        return nil
      } else {
        text.append(byte)
        position += 1
      }
    }
    return ShellWord(text: String(decoding: text, as: UTF8.self), range: start..<position)
  }

  /// A command so that the shell takes all of it for one, behind `&&` or before it.
  static func grouped(_ command: String) -> String {
    // Behind a comment, or the end of a here-document, a parenthesis on the same line would not close.
    let end = command.contains { $0 == "#" || $0.isNewline } ? "\n" : ""
    let background = command.replacing("&&", with: "").replacing(">&", with: "").replacing("&>", with: "")
    let isList = command.contains(";") || command.contains("||") || background.contains("&")
    guard isList || !end.isEmpty else { return command }
    // Two parentheses in a row begin arithmetic.
    return (command.hasPrefix("(") ? "( " : "(") + command + end + ")"
  }

  /// `text` so that the shell takes it as one word, letter by letter.
  public static func quoted(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        || "/._-+,:@%=".utf8.contains(byte)
    }
    if plain, !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

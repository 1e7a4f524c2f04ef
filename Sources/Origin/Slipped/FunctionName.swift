/// The name of a function, in the line that git takes for its beginning; no grammar, and nil where it is in doubt.
enum FunctionName {
  /// The name in such a line: "static int submit(struct queue *q)" says `submit`, "def drain" says `drain`.
  static func read(_ line: ArraySlice<UInt8>) -> String? {
    var introduction: Int?
    var name: String?
    Identifiers.each(in: line) { word in
      guard name == nil else { return }
      let text = String(decoding: word, as: UTF8.self)
      if introducers.contains(text) {
        introduction = word.endIndex
      } else if isPlain(text) {
        // Go's "func (r *Reader) Read(" has a type between the two.
        let isIntroduced =
          introduction.map { !line[$0..<word.startIndex].contains(UInt8(ascii: "(")) } ?? false
        let behind = line[word.endIndex...].first { $0 != 0x20 && $0 != 0x09 }
        if isIntroduced || behind == UInt8(ascii: "(") { name = text }
      }
    }
    return name
  }

  /// Whether a word can be the name of a function that is told from others by it.
  private static func isPlain(_ word: String) -> Bool {
    word.utf8.count >= 4 && !word.hasPrefix("__") && !others.contains(word)
  }

  /// Words behind which the name of a function stands.
  private static let introducers: Set<String> = ["def", "func", "function", "sub", "proc", "defp", "fun"]

  /// Words before a parenthesis that name none, and names that thousands of functions have.
  private static let others: Set<String> = [
    "while", "switch", "return", "catch", "func", "function", "sizeof", "typeof", "defined", "elif", "with",
    "self", "this", "main", "init", "setup", "test", "tests", "assert", "print", "async", "await", "const",
    "void", "extern", "static", "public", "private", "protected", "class", "struct", "match", "until",
    "unless",
    "constructor", "describe", "import", "from", "include", "require", "package", "module", "namespace",
    "typedef",
  ]
}

import Repository

/// What a line of source says of a change that touches it, judged without knowing its language.
struct CodeLine {
  /// Its bytes without the blanks at either end.
  let text: ArraySlice<UInt8>

  /// How much it weighs: 1 for code, a fifth for a comment, an import or a lone brace, next to nothing for a blank one.
  let weight: Double

  /// Whether it is code.
  var isCode: Bool { weight == 1 }

  init(_ line: [UInt8], in style: CommentStyle) {
    var text = line[...]
    while let first = text.first, Self.isBlank(first) { text = text.dropFirst() }
    while let last = text.last, Self.isBlank(last) { text = text.dropLast() }
    self.text = text
    weight =
      text.isEmpty
      ? 0.05 : style.isComment(text) || Self.isImport(text) || Self.isBare(text) ? 0.2 : 1
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func isImport(_ text: ArraySlice<UInt8>) -> Bool {
    imports.contains { text.starts(with: $0) }
  }

  private static let imports = [
    "import ", "from ", "#include", "# include", "use ", "using ", "require ", "require_relative ",
    "package ",
  ].map { Array($0.utf8) }

  /// Whether it holds nothing but brackets and signs, or a word that only closes a block.
  private static func isBare(_ text: ArraySlice<UInt8>) -> Bool {
    if !text.contains(where: Identifiers.isPart) { return true }
    return text.count <= 5 && closers.contains(Array(text))
  }

  private static let closers = Set(
    ["end", "end;", "fi", "done", "esac", "else", "else:"].map { Array($0.utf8) })

  /// Words that open a condition, as most languages write them.
  private static let conditions = [
    "if ", "if(", "elif ", "elsif ", "else if", "} else if", "unless ", "while ", "while(",
    "guard ", "switch ", "switch(", "case ", "when ", "assert",
  ].map { Array($0.utf8) }

  /// Whether it holds a condition.
  var isCondition: Bool {
    let words = text.drop { $0 == UInt8(ascii: "}") || $0 == 0x20 }
    return isCode && Self.conditions.contains { words.starts(with: $0) }
  }

  /// A number that stands for its text.
  var digest: UInt64 { Identifiers.digest(text) }
}

/// How comments begin in a file, as far as its name tells.
enum CommentStyle {
  /// "//" and "/*"; "#" begins a directive.
  case slashes

  /// "#".
  case hash

  /// Either, where the name tells nothing.
  case any

  init(of path: TreePath) {
    let type = path.name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    self =
      Self.slashTypes.contains(type) ? .slashes : Self.hashTypes.contains(type) ? .hash : .any
  }

  private static let slashTypes: Set<String> = [
    "c", "h", "cc", "cpp", "hpp", "cxx", "cl", "m", "mm", "java", "kt", "scala", "swift", "go", "rs", "cs",
    "dart",
    "zig", "js", "jsx", "mjs", "cjs", "ts", "tsx", "y", "l", "css", "scss", "less", "groovy",
  ]

  private static let hashTypes: Set<String> = [
    "py", "pyx", "rb", "sh", "bash", "fish", "pl", "pm", "yml", "yaml", "toml", "r", "mk", "am", "ac",
    "cmake", "conf",
    "tcl", "ex", "exs", "cr", "nim",
  ]

  func isComment(_ text: ArraySlice<UInt8>) -> Bool {
    let second = text.dropFirst().first
    switch text.first {
    case UInt8(ascii: "/"):
      return self != .hash && (second == UInt8(ascii: "/") || second == UInt8(ascii: "*"))
    case UInt8(ascii: "*"):
      return self != .hash
        && (second == nil || second == 0x20 || second == UInt8(ascii: "/") || second == UInt8(ascii: "*"))
    case UInt8(ascii: "#"): return self == .hash || (self == .any && second == 0x20)
    case UInt8(ascii: "-"): return self == .any && second == UInt8(ascii: "-")
    case UInt8(ascii: "<"): return text.starts(with: "<!--".utf8)
    default: return false
    }
  }
}

/// Judges from a fix's diff whether it is so small that a record of it would be paper.
///
/// It knows the behaviour of no program: it says "trivial" only where none can have changed, or where a single line
/// changed in nothing but a text.
public enum Triviality {
  /// Why the lines are trivial, in a few words; nil where they are not.
  public static func reason(for patch: Patch) -> String? {
    let files = patch.files
    if files.isEmpty { return nil }
    if files.allSatisfy({ isDocument($0.path) }) { return "it changes documents only" }
    let code = files.filter { !isDocument($0.path) }
    // A change of mode, or a file without a line, shows nothing to judge by.
    if code.contains(where: { $0.isBinary || ($0.added.isEmpty && $0.removed.isEmpty) }) { return nil }
    let pairs = code.map { ($0.path, $0.removed.filter(isText), $0.added.filter(isText)) }
    if pairs.allSatisfy({ stripped($0.1, $0.0) == stripped($0.2, $0.0) }) {
      return "it changes white space only"
    }
    if pairs.allSatisfy({ isComments($0.1, $0.0) && isComments($0.2, $0.0) }) {
      return "it changes comments only"
    }
    let changed = pairs.filter { stripped($0.1, $0.0) != stripped($0.2, $0.0) }
    if changed.count == 1, let only = changed.first, only.1.count == 1, only.2.count == 1,
      withoutTexts(only.1[0]) == withoutTexts(only.2[0]), isMessage(only.1[0], only.0),
      isMessage(only.2[0], only.0),
      !isConfiguration(only.0)
    {
      return "it changes one text on one line"
    }
    return nil
  }

  private static func isText(_ line: String) -> Bool { line.contains { !$0.isWhitespace } }

  private static func isDocument(_ path: TreePath) -> Bool {
    let name = path.name.lowercased()
    let endings = [".md", ".markdown", ".rst", ".adoc", ".txt", ".tex", ".man", ".1", ".org"]
    // Text files that programs read.
    if ["requirements.txt", "cmakelists.txt", "robots.txt", "go.sum"].contains(name) { return false }
    if TestPath.reason(path) != nil { return false }
    return endings.contains(where: name.hasSuffix)
      || ["readme", "changelog", "license", "licence", "authors", "notice", "copying", "news", "todo"]
        .contains(name)
  }

  /// The lines without the white space at their ends, and at their beginnings where that means nothing.
  private static func stripped(_ lines: [String], _ path: TreePath) -> [Substring] {
    let isLayout =
      path.name == "Makefile"
      || [
        ".py", ".pyx", ".pyi", ".yml", ".yaml", ".mk", ".hs", ".nim", ".coffee", ".pug", ".haml", ".fs",
        ".md",
      ]
      .contains { path.name.hasSuffix($0) }
    return lines.map { line in
      var rest = isLayout ? line[...] : line.drop(while: \.isWhitespace)
      while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
      return rest
    }
  }

  /// Types of C's family: their comments are `//` and `/* … */`, and `'…'` is a character or a digit separator.
  private static let cFamily: Set<String> = [
    "c", "h", "cc", "cpp", "hpp", "cxx", "m", "mm", "java", "kt", "scala", "swift", "go", "rs", "cs", "dart",
    "zig",
  ]

  private static func type(of path: TreePath) -> String {
    path.name.split(separator: ".").last.map(String.init) ?? ""
  }

  /// Whether all lines are comments and nothing else; in a file of an unknown type none are.
  private static func isComments(_ lines: [String], _ path: TreePath) -> Bool {
    let type = type(of: path)
    var isInBlock = false
    return lines.allSatisfy { line in
      let text = line.drop(while: \.isWhitespace)
      switch type {
      case "py", "rb", "sh", "pl", "yml", "yaml", "toml", "r", "mk", "cmake", "Makefile", "Dockerfile":
        // Lines that an interpreter or a builder reads are no comments.
        let isRead = ["#!", "# -*-", "# syntax=", "# escape=", "# frozen_string_literal", "# type:"]
        return text.hasPrefix("#") && !isRead.contains { text.hasPrefix($0) } && !text.contains("coding")
      case "sql", "lua", "hs", "adb", "ads": return text.hasPrefix("--")
      case _ where cFamily.contains(type) || ["js", "jsx", "ts", "tsx", "php"].contains(type):
        // Lines that the Go compiler reads are no comments.
        if !isInBlock, text.hasPrefix("//") { return !text.hasPrefix("//go:") && !text.hasPrefix("//export") }
        guard isInBlock || text.hasPrefix("/*") else { return false }
        let end = text.firstRange(of: "*/")?.upperBound
        isInBlock = end == nil
        return end == nil || text[(end ?? text.endIndex)...].allSatisfy(\.isWhitespace)
      default: return false
      }
    } && !isInBlock
  }

  /// Whether a line does no more with a text than to tell it to somebody.
  private static func isMessage(_ line: String, _ path: TreePath) -> Bool {
    let tells = ["print", "puts", "log", "raise", "throw", "error", "panic", "warn", "fatal", "die"]
    let words = line.lowercased()
    let computed = cFamily.contains(type(of: path)) ? "{$%'`" : "{$%`"
    return tells.contains { words.contains($0) } && !line.contains { computed.contains($0) }
      && !line.contains("\\(")
  }

  /// Whether a program reads the texts of a file as values.
  private static func isConfiguration(_ path: TreePath) -> Bool {
    [
      ".sh", ".yml", ".yaml", ".json", ".toml", ".sql", ".ini", ".cfg", ".conf", ".xml", ".properties",
      ".gradle",
    ]
    .contains { path.name.hasSuffix($0) }
  }

  /// A line with each quoted text emptied.
  private static func withoutTexts(_ line: String) -> String {
    var result = ""
    var quote: Character?
    var isEscaped = false
    for character in line {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == open {
          quote = nil
          result.append(character)
        }
      } else {
        if character == "\"" || character == "'" { quote = character }
        result.append(character)
      }
    }
    return result
  }
}

/// How a block of code is written in wiki markup: as pieces one below the other, mostly one.
enum JiraCode: Equatable {
  /// Lines between two macros, as they are.
  case macro(begin: String, end: String, String)

  /// A line as inline code: it writes the ends of all macros itself.
  case line(String)

  /// The pieces of some code.
  ///
  /// Jira looks for the end of a macro in all that follows, code included: none may write the end of the macro that it
  /// stands in, or of one around that.
  static func pieces(of code: String, language: String, within outer: [String]) -> [JiraCode] {
    let macros = macros(for: language)
    let isFree = !outer.contains { ends(code, $0) }
    if isFree, let macro = macros.first(where: { !ends(code, $0.end) }) {
      return [.macro(begin: macro.begin, end: macro.end, code)]
    }
    return groups(of: code, macros, within: outer).map { group in
      guard let macro = group.macro else { return .line(group.lines.joined()) }
      return .macro(
        begin: macros[macro].begin, end: macros[macro].end, group.lines.joined(separator: "\n"))
    }
  }

  /// Lines that stand in one macro; one line where it stands in none.
  private struct Group {
    /// The macro's place.
    var macro: Int?

    var lines: [String]

    /// Whether a brace in it is not closed: the end of a macro may go on behind the end of a line.
    var isOpen: Bool
  }

  private static func groups(
    of code: String, _ macros: [(begin: String, end: String)], within outer: [String]
  ) -> [Group] {
    var groups: [Group] = []
    for line in code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let isFree = !outer.contains { ends(line, $0) }
      let macro = isFree ? macros.firstIndex { !ends(line, $0.end) } : nil
      let closed = line.utf8.lastIndex(of: UInt8(ascii: "}"))
      let opened = line.utf8.lastIndex(of: UInt8(ascii: "{"))
      let isOpen = opened.map { opened in closed.map { $0 < opened } ?? true }
      if let macro, let last = groups.last, last.macro == macro, !last.isOpen || closed == nil {
        groups[groups.count - 1].lines.append(line)
        groups[groups.count - 1].isOpen = isOpen ?? (last.isOpen && closed == nil)
      } else {
        groups.append(Group(macro: macro, lines: [line], isOpen: isOpen ?? false))
      }
    }
    return groups
  }

  /// The macros that can hold it, the better one first.
  private static func macros(for language: String) -> [(begin: String, end: String)] {
    let plain = (begin: "noformat", end: "noformat")
    if let known = Self.language(language) { return [(begin: "code:\(known)", end: "code"), plain] }
    return [plain, (begin: "code:none", end: "code")]
  }

  /// Whether it writes the end of a macro, as Jira reads it: what stands behind a backslash or begins a line is taken for
  /// itself, and the two are left out.
  private static func ends(_ code: String, _ macro: String) -> Bool {
    let bytes = Array(code.utf8)
    let name = Array(macro.utf8)
    for start in bytes.indices where bytes[start] == UInt8(ascii: "{") {
      var place = start + 1
      var length = 0
      while place < bytes.count {
        let isSkipped = bytes[place] == UInt8(ascii: "\\") || bytes[place] == 0x0A || bytes[place] == 0x0D
        if isSkipped { place += 1 }
        guard place < bytes.count else { break }
        if !isSkipped, length == name.count, ":}".utf8.contains(bytes[place]) { return true }
        guard length < name.count, bytes[place] == name[length] else { break }
        length += 1
        place += 1
      }
    }
    return false
  }

  /// The name that Jira has for a language; nil where it has none, and would show an error or take it for Java.
  ///
  /// Source: the help of the macro `{code}` of Jira.
  static func language(_ name: String) -> String? {
    let name = name.lowercased()
    return others[name] ?? (names.contains(name) ? name : nil)
  }

  private static let names: Set<String> = [
    "actionscript", "ada", "applescript", "bash", "c", "c#", "c++", "css", "erlang", "go", "groovy",
    "haskell", "html", "java", "javascript", "json", "lua", "objc", "perl", "php", "python", "r", "ruby",
    "scala", "sql", "swift", "visualbasic", "xml", "yaml",
  ]

  private static let others = [
    "sh": "bash", "shell": "bash", "zsh": "bash", "cs": "c#", "csharp": "c#", "cpp": "c++", "cc": "c++",
    "cxx": "c++", "golang": "go", "hs": "haskell", "js": "javascript", "jsx": "javascript", "py": "python",
    "rb": "ruby", "yml": "yaml", "objective-c": "objc", "vb": "visualbasic", "erl": "erlang",
  ]
}

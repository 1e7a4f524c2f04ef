/// How a block of code is written in wiki markup.
enum JiraCode: Equatable {
  /// Between two macros, as it is.
  case macro(begin: String, end: String)

  /// As lines of inline code: it writes the ends of both macros itself.
  case lines

  init(_ code: String, language: String) {
    let known = Self.language(language)
    switch (code.contains("{code"), code.contains("{noformat")) {
    case (false, _) where known != nil: self = .macro(begin: "code:\(known ?? "")", end: "code")
    case (_, false): self = .macro(begin: "noformat", end: "noformat")
    case (false, true): self = .macro(begin: "code:none", end: "code")
    case (true, true): self = .lines
    }
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
    "haskell",
    "html", "java", "javascript", "json", "lua", "objc", "perl", "php", "python", "r", "ruby", "scala", "sql",
    "swift", "visualbasic", "xml", "yaml",
  ]

  private static let others = [
    "sh": "bash", "shell": "bash", "zsh": "bash", "cs": "c#", "csharp": "c#", "cpp": "c++", "cc": "c++",
    "cxx": "c++", "golang": "go", "hs": "haskell", "js": "javascript", "jsx": "javascript", "py": "python",
    "rb": "ruby", "yml": "yaml", "objective-c": "objc", "vb": "visualbasic", "erl": "erlang",
  ]
}

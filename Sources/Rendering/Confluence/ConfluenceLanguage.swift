/// The languages of Confluence's code macro, by the words that people put behind fences.
///
/// A server or data centre shows an error in the place of code whose language it does not know, so that only those
/// count that the macro has had there all along; Confluence Cloud takes the same words.
enum ConfluenceLanguage {
  /// What the macro calls a language; nil where it has none such.
  static func named(_ word: String) -> String? { names[word.lowercased()] }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, words) in known {
      for word in words.split(separator: " ") { names[String(word)] = name }
    }
    return names
  }()

  /// What the macro calls each, and what it is called elsewhere.
  private static let known = [
    ("actionscript3", "actionscript3 actionscript as3"), ("applescript", "applescript osascript"),
    ("bash", "bash sh shell zsh ksh console shell-session shellsession sh-session"),
    ("c#", "c# csharp cs"), ("coldfusion", "coldfusion cfm cfml"),
    ("cpp", "cpp c++ cc cxx hpp c h"), ("css", "css"), ("delphi", "delphi pascal pas"),
    ("diff", "diff patch udiff"), ("erl", "erl erlang"), ("groovy", "groovy gradle"), ("java", "java"),
    ("jfx", "jfx javafx"), ("js", "js javascript mjs cjs jsx node json jsonc json5"),
    ("perl", "perl pl"), ("php", "php"), ("powershell", "powershell posh pwsh ps1 ps"),
    ("py", "py python python3 py3"), ("ruby", "ruby rb"), ("sass", "sass scss"), ("scala", "scala"),
    ("sql", "sql mysql postgresql plpgsql sqlite"), ("text", "text txt plain plaintext log none output"),
    ("vb", "vb vbnet vb.net visualbasic"), ("xml", "xml html xhtml htm svg xslt xsd"), ("yml", "yml yaml"),
  ]
}

import Declaration
import Terminal

/// Builds a manual page in the macros of man(7).
struct Roff {
  private(set) var text = ""

  mutating func title(_ name: String, date: String, version: String) {
    line(".TH \"\(name.uppercased().roffName)\" \"1\" \"\(date.roff)\" \"\(version.roff)\"")
  }

  mutating func section(_ title: String) {
    line(".SH \(title.roff)")
  }

  /// Text that is roff already.
  mutating func text(_ roff: String) {
    line(roff)
  }

  /// Plain paragraphs, parted by empty lines.
  mutating func paragraphs(_ plain: String) {
    for (index, paragraph) in plain.paragraphs.enumerated() {
      if index > 0 { line(".PP") }
      line(paragraph: paragraph)
    }
  }

  /// A name in roff and the plain paragraphs that explain it.
  mutating func item(_ name: String, _ explanation: [String]) {
    line(".TP")
    line(name)
    for (index, paragraph) in explanation.enumerated() {
      if index > 0 { line(".IP") }
      line(paragraph: paragraph)
    }
  }

  mutating func item(_ field: FieldDeclaration) {
    item(field.roffSignature, [field.helpText] + field.discussion.paragraphs)
  }

  /// A plain sentence, and behind it a command line that can be copied.
  mutating func example(_ command: String, meaning: String, isFirst: Bool) {
    if !isFirst { line(".PP") }
    line(paragraph: meaning)
    line(".PP")
    line(".RS 4")
    line(".nf")
    line(command.roffName)
    line(".fi")
    line(".RE")
  }

  /// Source lines are kept short, as the tools for manual pages like them.
  private mutating func line(paragraph plain: String) {
    for text in plain.lines(wrappedTo: 76) { line(text.roff) }
  }

  private mutating func line(_ roff: String) {
    text += roff + "\n"
  }
}

extension FieldDeclaration {
  /// The field as typed, names bold and the value in italics.
  var roffSignature: String {
    let words = choices.joined(separator: "|")
    let placeholder = "\\fI\((words.isEmpty ? valueName : words).roff)\\fR" + (isRepeated ? "..." : "")
    if kind == .argument { return placeholder }
    let names = typedNames.map { "\\fB\($0.roffName)\\fR" }.joined(separator: ", ")
    return kind == .flag ? names : names + " " + placeholder
  }
}

extension String {
  /// Plain text as roff: backslashes are spelled out, and no line begins with a control character.
  var roff: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e")
      return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
    }.joined(separator: "\n")
  }

  /// What is typed, as roff: hyphens and quotes stay the ASCII ones, so that they can be copied.
  var roffName: String {
    roff.replacing("-", with: "\\-").replacing("'", with: "\\(aq").replacing("\\&\\(aq", with: "\\(aq")
  }

  /// The pieces between empty lines, each on one line.
  fileprivate var paragraphs: [String] {
    split(separator: "\n", omittingEmptySubsequences: false)
      .split(separator: "").map { $0.joined(separator: " ") }
  }
}

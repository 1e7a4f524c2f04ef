import Declaration
import Terminal

extension FieldDeclaration {
  /// `<command>`, `<auto|always|never>` or `<path>...`; empty for a flag.
  var valuePlaceholder: String {
    guard kind != .flag else { return "" }
    let words = choices.joined(separator: "|")
    let name = words.isEmpty || words.count > Self.longestChoices ? valueName : words
    return "<\(name)>" + (isRepeated ? "..." : "")
  }

  /// Choices beyond this length are listed in the text, not in the name column.
  private static let longestChoices = 24

  /// All that is typed: `-C, --directory <dir>`.
  var signature: StyledText {
    if kind == .argument { return StyledText(valuePlaceholder, .cyan) }
    let letter = shortName.map { "-\($0), " } ?? ""
    let name = isInvertible ? "--[no-]\(flagName)" : "--\(flagName)"
    let placeholder = valuePlaceholder.isEmpty ? "" : " " + valuePlaceholder
    return StyledText(letter + name, .cyan) + StyledText(placeholder)
  }

  /// The line of help with what a reader must know besides: choices, default, whether it is required.
  var helpText: String {
    var notes: [String] = []
    if choices.joined(separator: "|").count > Self.longestChoices { notes.append(expectation) }
    if isRequired && kind == .option { notes.append("required") }
    if let defaultDescription {
      notes.append("default: " + (kind == .flag ? "on" : Sanitized(defaultDescription).description))
    }
    let note = notes.isEmpty ? "" : "(" + notes.joined(separator: "; ") + ")"
    return [help, note].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The field's place in a usage line; brackets say that it may be left out.
  var usage: String {
    let typed = kind == .argument ? valuePlaceholder : "\(spelling) \(valuePlaceholder)"
    return isRequired ? typed : "[\(typed)]"
  }
}

/// Fields that help lists under one heading.
struct FieldSection {
  let title: String
  var fields: [FieldDeclaration]

  /// The fields that are shown, under their headings in the order in which these first appear.
  static func sections(of fields: [FieldDeclaration]) -> [FieldSection] {
    var sections: [FieldSection] = []
    for field in fields where !field.isHidden {
      let title = field.section ?? (field.kind == .argument ? "Arguments" : "Options")
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].fields.append(field)
      } else {
        sections.append(FieldSection(title: title, fields: [field]))
      }
    }
    return sections
  }
}

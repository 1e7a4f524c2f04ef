import Declaration
import Spelling

/// The names that are understood at one place of a command line, and the fields they stand for.
struct Vocabulary {
  /// Which set of values a field belongs to.
  enum Owner: Hashable {
    case operation
    case global
    case tool
  }

  /// What a name stands for.
  struct Entry {
    let field: FieldDeclaration
    let owner: Owner
    /// Whether the name was `--no-…`.
    var isDenial = false
  }

  private let entries: [Entry]

  /// The names before an operation, with `--version`, or those behind it.
  init(operation fields: [FieldDeclaration]?) {
    let tool = ToolFlags.fields.filter { fields == nil || $0.key != "version" }
    entries =
      (fields ?? []).map { Entry(field: $0, owner: .operation) }
      + GlobalOptions.fields.map { Entry(field: $0, owner: .global) }
      + tool.map { Entry(field: $0, owner: .tool) }
  }

  /// The operation's arguments in order.
  var arguments: [FieldDeclaration] {
    entries.map(\.field).filter { $0.kind == .argument }
  }

  func entry(named name: String) -> Entry? {
    for entry in entries where entry.field.kind != .argument {
      if entry.field.flagName == name { return entry }
      if entry.field.denial == name { return Entry(field: entry.field, owner: entry.owner, isDenial: true) }
    }
    return nil
  }

  func entry(lettered letter: Character) -> Entry? {
    entries.first { $0.field.kind != .argument && $0.field.shortName == letter }
  }

  /// The long name closest to a word that is none, dashes included.
  func closestOption(to word: String) -> String? {
    let shown = entries.map(\.field).filter { $0.kind != .argument && !$0.isHidden }
    let names = shown.map(\.flagName) + shown.compactMap(\.denial)
    let bare = String(word.drop { $0 == "-" })
    guard bare.count > 1 else { return nil }
    return Spelling.nearest(to: bare, among: names).map { "--" + $0 }
  }
}

extension FieldDeclaration {
  /// The long name that switches the flag off, where there is one.
  var denial: String? {
    isInvertible ? "no-" + flagName : nil
  }

  /// Whether a word such as `-5` can be a value.
  var isNumeric: Bool {
    valueKind == .integer || valueKind == .number
  }
}

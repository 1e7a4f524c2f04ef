/// What a name of a template stands for.
public enum TemplateValue: Sendable, Equatable {
  /// A text, put in as it is; an empty one counts as not there.
  case text(String)

  /// Whether something holds.
  case flag(Bool)

  /// Elements, each with names of its own.
  case list([[String: TemplateValue]])

  /// Whether a block of that name is shown.
  var isThere: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .flag(let holds): holds
    case .list(let elements): !elements.isEmpty
    }
  }
}

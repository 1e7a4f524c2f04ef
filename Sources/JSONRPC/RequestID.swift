public import Storage

/// What a request is known by: `1` and `"1"` are two of them.
public enum RequestID: Hashable, Sendable {
  /// A number.
  case whole(Int64)

  /// A text.
  case text(String)

  /// nil where the value names no request.
  public init?(_ value: JSONTree) {
    switch value {
    case .whole(let number): self = .whole(number)
    case .text(let text): self = .text(text)
    default: return nil
    }
  }

  /// As it stands in a message.
  public var value: JSONTree {
    switch self {
    case .whole(let number): .whole(number)
    case .text(let text): .text(text)
    }
  }
}

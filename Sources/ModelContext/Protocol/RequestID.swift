import Storage

/// What a request is known by: `1` and `"1"` are two of them.
enum RequestID: Hashable, Sendable {
  case whole(Int64)
  case text(String)

  /// nil where the value names no request.
  init?(_ value: JSONTree) {
    switch value {
    case .whole(let number): self = .whole(number)
    case .text(let text): self = .text(text)
    default: return nil
    }
  }

  var value: JSONTree {
    switch self {
    case .whole(let number): .whole(number)
    case .text(let text): .text(text)
    }
  }
}

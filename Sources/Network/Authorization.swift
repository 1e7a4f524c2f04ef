/// Who asks: what the header `Authorization` of a request says, or another that takes its place.
public enum Authorization: Sendable, Equatable {
  /// A name and a password (RFC 7617).
  case basic(user: String, password: Secret)

  /// A token (RFC 6750).
  case bearer(Secret)

  /// A key in a header of its own, such as `x-api-key`.
  case header(name: String, Secret)

  /// A text without what must not be seen of this.
  public func masked(in text: String) -> String { secret.masked(in: text) }

  /// What must not be seen.
  var secret: Secret {
    switch self {
    case .basic(_, let secret), .bearer(let secret), .header(_, let secret): secret
    }
  }
}

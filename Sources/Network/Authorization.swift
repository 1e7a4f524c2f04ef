/// Who asks: what the header `Authorization` of a request says.
public enum Authorization: Sendable, Equatable {
  /// A name and a password (RFC 7617).
  case basic(user: String, password: Secret)

  /// A token (RFC 6750).
  case bearer(Secret)

  /// What must not be seen.
  var secret: Secret {
    switch self {
    case .basic(_, let secret), .bearer(let secret): secret
    }
  }
}

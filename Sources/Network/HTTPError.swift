/// Why a request has no answer.
public struct HTTPError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Cause: Sendable, Equatable {
    /// libcurl is missing or unfit: why.
    case noLibrary(String)

    /// The request cannot be made: why.
    case unfit(String)

    /// A credential would go over the network in the clear.
    case unprotected

    /// The name of the host is unknown.
    case noSuchHost

    /// The name of the proxy is unknown.
    case noSuchProxy

    /// There is no connection: why.
    case noConnection(String)

    /// Who is at the other end could not be proved, or nothing could be agreed on with it: why.
    case notTrusted(String)

    /// The file of certificates cannot be used: why.
    case badCertificates(String)

    /// The time was up.
    case timedOut

    /// The answer is longer than is read of one: the limit, in bytes.
    case tooLong(limit: Int)

    /// The answer sends us elsewhere, where nothing was sent: the address.
    case redirected(to: String)

    /// The connection broke, or what came is no HTTP: why.
    case broken(String)

    /// The user wished to stop.
    case interrupted
  }

  /// What went wrong.
  public var cause: Cause

  /// The server that was asked: `https://rill.atlassian.net`.
  public var origin: String

  /// Whether the server may have carried out the request: false only where no byte of it was sent, or where the server
  /// sent it elsewhere instead.
  public var mayHaveArrived: Bool

  /// An error from its parts.
  public init(_ cause: Cause, origin: String, mayHaveArrived: Bool) {
    self.cause = cause
    self.origin = origin
    self.mayHaveArrived = mayHaveArrived
  }
}

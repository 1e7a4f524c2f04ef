public import Subprocess
import Synchronization

/// Makes requests over HTTP/1.1, one after the other, by libcurl.
///
/// Each goes out once: no redirect is followed to another server, no write goes over a connection that may be dead
/// (which libcurl would repeat). TLS is always verified, and a credential goes over TLS or to this machine only.
public final class HTTPClient: Sendable {
  /// How long things may take, and how much may come back.
  public struct Limits: Sendable {
    /// For a connection: name, TCP, proxy and TLS.
    public var connection: Duration = .seconds(10)

    /// For a request, the connection included.
    public var request: Duration = .seconds(30)

    /// For the body of an answer, in bytes, unpacked.
    public var body = 8 << 20

    /// The limits that serve as a rule.
    public init() {}
  }

  /// How many redirects within one server are followed.
  private static let mostRedirects = 5

  private let settings: Transfer.Settings
  private let interrupt: Interrupt
  private let connections: Mutex<Connections>

  /// A client.
  ///
  /// - Parameters:
  ///   - certificates: the path of a file with certificates of authorities (PEM), beside those of the system; nil for none.
  ///   - interrupt: ends a request that waits.
  public init(
    limits: Limits = Limits(), proxies: ProxySettings, certificates: String? = nil, interrupt: Interrupt
  ) {
    settings = Transfer.Settings(limits: limits, proxies: proxies, certificates: certificates)
    self.interrupt = interrupt
    connections = Mutex(Connections())
  }

  /// Makes a request.
  ///
  /// A redirect is followed where the request is a GET and the new address is of the same server.
  public func answer(to request: HTTPRequest) throws(HTTPError) -> HTTPResponse {
    var request = request
    for _ in 0...Self.mostRedirects {
      let (response, next) = try once(request)
      guard let next else { return response }
      guard request.method == .get, let address = WebAddress(next), address.origin == request.address.origin
      else {
        // “See Other” is the answer to a write that was carried out (RFC 9110, 15.4.4).
        throw HTTPError(
          .redirected(to: Self.shown(next)), origin: request.address.origin,
          mayHaveArrived: response.status == 303 && request.method != .get)
      }
      request.address = address
    }
    throw HTTPError(
      .redirected(to: request.address.origin), origin: request.address.origin, mayHaveArrived: false)
  }

  private func once(_ request: HTTPRequest) throws(HTTPError) -> (HTTPResponse, next: String?) {
    let origin = request.address.origin
    if let fault = LibCurl.fault { throw HTTPError(.noLibrary(fault), origin: origin, mayHaveArrived: false) }
    if request.authorization != nil, request.address.scheme == .http, !request.address.isLoopback {
      throw HTTPError(.unprotected, origin: origin, mayHaveArrived: false)
    }
    let result = connections.withLock { connections in
      Result { () throws(HTTPError) in
        try Transfer(request, settings).run(over: connections, interrupt: interrupt)
      }
    }
    return try result.get()
  }

  /// The server of an address, as far as it can be told: the rest of it may hold what must not be seen.
  private static func shown(_ address: String) -> String {
    WebAddress(address)?.origin ?? "an address that is none"
  }
}

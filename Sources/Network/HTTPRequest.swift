/// A request: what is asked, of whom, in whose name.
public struct HTTPRequest: Sendable {
  /// What is asked for.
  public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
  }

  /// What is asked for.
  public var method: Method

  /// Of whom.
  public var address: WebAddress

  /// In whose name; nil asks as nobody.
  public var authorization: Authorization?

  /// Headers beside those of HTTP itself, in this order.
  public var headers: [(name: String, value: String)]

  /// What is sent; nil sends nothing.
  public var body: [UInt8]?

  /// A request from its parts.
  public init(
    _ method: Method, _ address: WebAddress, authorization: Authorization? = nil,
    headers: [(name: String, value: String)] = [], body: [UInt8]? = nil
  ) {
    self.method = method
    self.address = address
    self.authorization = authorization
    self.headers = headers
    self.body = body
  }
}

/// What came back.
public struct HTTPResponse: Sendable {
  /// The status.
  public var status: Int

  /// The body, whole.
  public var body: [UInt8]

  private let headers: [(name: String, value: String)]

  init(status: Int, headers: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of a header, whose name is read without regard to capitals; the first where there are several.
  public func header(_ name: String) -> String? {
    headers.first { $0.name == name.lowercased() }?.value
  }
}

import Storage

/// The stand-in for Jira of `Tests/JiraStandIn`, a server on loopback that runs for as long as this value lives.
public final class JiraStandIn: Sendable {
  /// The base of the site.
  public let url: String

  /// The base of the gateway, for tokens with scopes; Cloud alone has one.
  public let gatewayURL: String

  /// The file with the certificate of the authority to trust; nil without TLS.
  public let authority: String?

  /// The address of the person whose tokens are known.
  public static let email = "ada@example.org"

  private let exchange: LineExchange

  /// Starts it and waits until it listens.
  ///
  /// - Parameters:
  ///   - options: as `python3 Tests/JiraStandIn --help` lists them.
  ///   - token: what the site takes, beside `email` or, on Data Center, alone.
  ///   - scopedToken: what the gateway takes, and the site does not.
  /// - Throws: an error where it cannot be started; why stands on standard error.
  public init(
    _ options: [String] = [], token: String = "stand-in-token", scopedToken: String = "stand-in-scoped-token"
  ) throws {
    exchange = try LineExchange(
      ["python3", "-B", Self.directory] + options,
      environment: [
        "PATH": ProcessVariables.path, "STAND_IN_EMAIL": Self.email, "STAND_IN_TOKEN": token,
        "STAND_IN_SCOPED_TOKEN": scopedToken,
      ])
    let greeting = try JSONText.decode(JSONValue.self, from: exchange.ask(nil))
    guard let url = greeting["url"].text, let gatewayURL = greeting["gateway"].text else {
      throw JiraStandInError(message: "\(greeting)")
    }
    (self.url, self.gatewayURL, authority) = (url, gatewayURL, greeting["authority"].text)
  }

  private static let directory = Path.absolute("../../JiraStandIn", from: #filePath)

  /// Tells it to do something, and gives its answer; the README of `Tests/JiraStandIn` lists what there is.
  ///
  /// - Throws: `JiraStandInError` where it cannot be done.
  @discardableResult
  public func order(_ name: String, _ details: [String: JSONValue] = [:]) throws -> JSONValue {
    let order = JSONValue.object(details.merging(["do": .string(name)]) { $1 })
    let answer = try JSONText.decode(JSONValue.self, from: exchange.ask(JSONText.encode(order)))
    if let message = answer["error"].text { throw JiraStandInError(message: message) }
    return answer
  }

  /// Adds a ticket, or changes what is said of it.
  public func addTicket(_ key: String, _ details: [String: JSONValue] = [:]) throws {
    try order("ticket", details.merging(["key": .string(key)]) { $1 })
  }

  /// The next `count` requests of this method whose path contains `path` meet a fault, after `skip` that do not.
  public func addFault(
    _ kind: String, method: String? = nil, path: String = "", count: Int = 1, skip: Int = 0,
    _ details: [String: JSONValue] = [:]
  ) throws {
    var order = details
    order["kind"] = .string(kind)
    order["method"] = method.map { .string($0) }
    order["path"] = .string(path)
    order["count"] = .number(Double(count))
    order["skip"] = .number(Double(skip))
    try self.order("fault", order)
  }

  /// The comments that it holds, of one ticket or of all, in the order of their making.
  public func comments(of ticket: String? = nil) throws -> [JSONValue] {
    try order("comments", ticket.map { ["issue": .string($0)] } ?? [:])["comments"].elements
  }

  /// The requests that came, in their order: method, target, headers, whether the authorization was right, the digest
  /// of the body, the fault, the status.
  public func requests() throws -> [JSONValue] {
    try order("requests")["requests"].elements
  }

  /// Waits until so many requests have come, of this method, to a path that contains `path`.
  public func awaitRequests(_ count: Int, method: String? = nil, path: String = "") throws {
    var order: [String: JSONValue] = ["count": .number(Double(count)), "path": .string(path)]
    order["method"] = method.map { .string($0) }
    try self.order("await", order)
  }

  /// Waits until nobody is connected, and all that was sent is dealt with: also what a client sent before it was
  /// killed.
  public func settle() throws {
    try order("settle")
  }
}

/// The stand-in for Jira could not do what it was told.
public struct JiraStandInError: Error, CustomStringConvertible {
  /// What it said.
  public var message: String

  /// What it said.
  public var description: String { "the stand-in for Jira: \(message)" }
}

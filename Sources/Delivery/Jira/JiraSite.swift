public import Network

/// A site of Jira: where it is, of which kind, and in whose name it is asked.
public struct JiraSite: Sendable, Equatable {
  /// Where people find it, without what their browsers add to it.
  public var address: WebAddress

  /// Of which kind it is.
  public var kind: Destination.Kind

  /// What the gateway of Atlassian knows the site by; nil where the site itself is asked.
  ///
  /// Tokens with scopes are taken by the gateway only.
  public var cloudID: String?

  /// In whose name.
  public var authorization: Authorization

  /// The gateway of Atlassian.
  public static let gateway = "https://api.atlassian.com"

  /// A site from its parts.
  public init(
    address: WebAddress, kind: Destination.Kind, cloudID: String? = nil, authorization: Authorization
  ) {
    self.address = address
    self.kind = kind
    self.cloudID = cloudID
    self.authorization = authorization
  }

  /// The address of the site that a person has copied: of a ticket, a board or a page of settings too.
  ///
  /// - Returns: nil where it is none.
  public static func address(in text: String) -> WebAddress? {
    let whole = text.contains("://") ? text : "https://\(text)"
    guard let address = WebAddress(whole), let bare = WebAddress(address.origin) else { return nil }
    if isCloud(address) { return bare }
    // Data Center may be installed below a path; what is below that is known by the names that Jira gives its pages.
    let path = address.path.prefix { $0 != "?" }
    var steps: [String] = []
    for step in path.split(separator: "/") {
      if pages.contains(String(step)) { break }
      steps.append(String(step))
    }
    return steps.isEmpty ? bare : WebAddress(address.origin + steps.map { "/\($0)" }.joined())
  }

  /// Whether Atlassian gives addresses of this kind to sites of Jira Cloud.
  static func isCloud(_ address: WebAddress) -> Bool {
    address.host.hasSuffix(".atlassian.net") || address.host.hasSuffix(".jira.com")
  }

  private static let pages: Set<String> = [
    "browse", "projects", "secure", "issues", "rest", "plugins", "login.jsp", "servicedesk", "software",
  ]

  /// Where its interface is.
  ///
  /// - Parameter gateway: the gateway of Atlassian.
  func interface(by gateway: WebAddress?) -> WebAddress {
    let version = kind == .cloud ? "3" : "2"
    guard let cloudID, let gateway else { return address.appending(["rest", "api", version]) }
    return gateway.appending(["ex", "jira", cloudID, "rest", "api", version])
  }

  /// Where people read a ticket.
  func link(to key: String) -> String { address.appending(["browse", key]).description }

  /// Where people read a comment of a ticket.
  func link(toComment id: String, of key: String) -> String {
    address.appending(["browse", key], query: ["focusedCommentId": id]).description
  }
}

public import Network
import Storage

/// What is asked of a site before it is known who asks: which kind of Jira it is, and whether a token is taken.
public struct JiraDoor: Sendable {
  private let client: HTTPClient
  private let pace: JiraPace
  private let gateway: WebAddress?

  /// A door.
  ///
  /// - Parameter gateway: the gateway of Atlassian.
  public init(client: HTTPClient, pace: JiraPace, gateway: WebAddress? = WebAddress(JiraSite.gateway)) {
    self.client = client
    self.pace = pace
    self.gateway = gateway
  }

  /// What a server says of itself.
  public struct Server: Sendable, Equatable {
    /// Which kind of Jira it is.
    public var kind: Destination.Kind

    /// Its version; nil where it does not say so to everybody.
    public var version: String?
  }

  /// Asks a site what it is, without saying who asks.
  public func server(at address: WebAddress) throws(TrackerError) -> Server {
    let connection = connection(address.appending(["rest", "api", "2"]), nil)
    do throws(TrackerError) {
      let info = try connection.read(JSONTree.self, ["serverInfo"])
      guard let kind = info["deploymentType"].text ?? info["version"].text else {
        throw TrackerError.noTracker("\(address) is no Jira: it does not say which version it has.")
      }
      return Server(kind: kind == "Cloud" ? .cloud : .dataCenter, version: info["version"].text)
    } catch .refused(status: 401...403, _) {
      // Some do not tell strangers.
      return Server(kind: JiraSite.isCloud(address) ? .cloud : .dataCenter)
    } catch .refused(status: 404, _) {
      throw .noTracker(
        "There is no Jira at \(address). Where it is installed below a path, give that too: \(address.origin)/jira."
      )
    }
  }

  /// Logs in.
  ///
  /// A token of Cloud that the site itself does not take is tried at the gateway, which takes those with scopes.
  ///
  /// - Parameter user: the e-mail address of the account; only Cloud wants one.
  public func tracker(
    at address: WebAddress, kind: Destination.Kind, user: String, token: Secret
  ) throws(TrackerError) -> JiraTracker {
    var site = JiraSite(
      address: address, kind: kind,
      authorization: kind == .cloud ? .basic(user: user, password: token) : .bearer(token))
    do throws(TrackerError) {
      return try tracker(of: site)
    } catch .refused(status: 401, let messages) {
      guard kind == .cloud, hasGateway(address), let cloudID = try? self.cloudID(of: address) else {
        throw .refused(status: 401, messages: messages)
      }
      site.cloudID = cloudID
      do throws(TrackerError) {
        return try tracker(of: site)
      } catch .unreachable(let error) {
        throw .refused(
          status: 401,
          messages: messages + [
            "A token with scopes goes by the gateway, which was not reached: \(error.sentence)"
          ])
      } catch .refused {
        // The answer of the site is the one to be told: a wrong token is the likelier reason.
        throw .refused(status: 401, messages: messages)
      }
    }
  }

  /// Whether the gateway may see a token for a site: Atlassian's own sees those for Atlassian's sites.
  private func hasGateway(_ address: WebAddress) -> Bool {
    guard let gateway else { return false }
    return JiraSite.isCloud(address) || gateway.isLoopback
  }

  /// The tracker of a site that is known.
  public func tracker(of site: JiraSite) throws(TrackerError) -> JiraTracker {
    try JiraTracker(site, client: client, pace: pace, gateway: gateway)
  }

  private func cloudID(of address: WebAddress) throws(TrackerError) -> String? {
    try connection(address, nil).read(JSONTree.self, ["_edge", "tenant_info"])["cloudId"].text
  }

  private func connection(_ interface: WebAddress, _ authorization: Authorization?) -> JiraConnection {
    JiraConnection(interface: interface, authorization: authorization, client: client, pace: pace)
  }
}

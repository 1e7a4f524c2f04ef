public import Declaration
import Delivery
import Network

/// Forgets the login to a site of Jira.
public struct JiraLogout: WorkspaceOperation {
  /// The site.
  @Argument(help: ArgumentHelp("The site; needless where there is one login only.", valueName: "address"))
  public var site: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "jira logout",
    abstract: "Forget the login to a site of Jira.",
    discussion: """
      The login is taken out of the settings. The token itself stays valid: where it is revoked is said.
      """,
    examples: [.init("postmortem jira logout https://example.atlassian.net", "Forget that login.")],
    exitStatuses: [
      .succeeded: "forgotten", .configuration: "there is no such login, or there are several",
    ])

  /// The fields as declared.
  public init() {}

  /// Forgets it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> JiraLogoutReport {
    var settings = try UserSettings(environment: workspace.environment)
    let known = settings.sites.map(\.address.description)
    let found: UserSettings.Site?
    if let site {
      guard let address = JiraSite.address(in: site) else { throw JiraAccessError.badAddress(site) }
      found = settings.site(at: address)
      if found == nil { throw JiraAccessError.noLogin(address.description, known: known) }
    } else {
      if known.count > 1 { throw JiraAccessError.severalSites(known) }
      found = settings.sites.first
    }
    guard let found else { throw JiraAccessError.noSite }
    try settings.remove(found.address)
    return JiraLogoutReport(
      site: found.address.description, path: settings.path,
      remark: found.token == nil ? "" : found.kind.revocation)
  }

  /// Always 0: what cannot be forgotten is an error.
  public static func exitStatus(of report: JiraLogoutReport) -> ExitStatus { .succeeded }
}

/// A login that was forgotten.
public struct JiraLogoutReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/jira-logout/1"

  /// The site.
  public var site: String

  /// Where the login stood.
  public var path: String

  /// Where the token is revoked; empty where none was stored.
  public var remark: String
}

extension Destination.Kind {
  /// Where people revoke tokens of it.
  fileprivate var revocation: String {
    switch self {
    case .cloud:
      "The token stays valid until you revoke it: https://id.atlassian.com/manage-profile/security/api-tokens."
    case .dataCenter:
      "The token stays valid until you revoke it: in your profile there, Personal Access Tokens."
    }
  }
}

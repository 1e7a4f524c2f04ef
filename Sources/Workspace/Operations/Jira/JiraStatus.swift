public import Declaration
import Delivery
import Network

/// Says which sites of Jira there are logins for, and whether they work.
public struct JiraStatus: WorkspaceOperation {
  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "jira status",
    abstract: "Show the logins to sites of Jira, and whether they work.",
    discussion: """
      The site that a call here would go to is marked: the one of POSTMORTEM_JIRA_URL, else the one that the repository \
      names (jira.url in .postmortem/config.yaml), else the only one there is a login for.
      """,
    examples: [.init("postmortem jira status", "Am I logged in?")],
    exitStatuses: [
      .succeeded: "the login of the site that is meant here works",
      .configuration: "there is none, or the site does not take it", .network: "the site cannot be reached",
    ])

  /// The fields as declared.
  public init() {}

  /// Asks each site.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> JiraStatusReport {
    let access = try JiraAccess(in: workspace)
    var report = JiraStatusReport(path: access.settings.path)
    var meant: JiraAccess.Choice?
    do {
      meant = try access.choice()
    } catch {
      report.choice = Failure(error)
    }
    if let meant, case .environment = meant.token {
      report.sites.append(try login(meant, access, isMeant: true))
    }
    for site in access.settings.sites {
      let isMeant = site.address == meant?.address && report.sites.first?.isMeant != true
      let choice: JiraAccess.Choice
      do {
        choice = try access.choice(of: site)
      } catch {
        report.sites.append(
          .init(
            site: site.address.description, kind: site.kind.rawValue, email: site.email, token: "none",
            isMeant: isMeant, failure: Failure(error)))
        continue
      }
      report.sites.append(try login(choice, access, isMeant: isMeant))
    }
    return report
  }

  private func login(
    _ choice: JiraAccess.Choice, _ access: JiraAccess, isMeant: Bool
  ) throws -> JiraStatusReport.Login {
    var login = JiraStatusReport.Login(
      site: choice.address.description, kind: choice.kind?.rawValue, email: choice.email,
      token: choice.token.name,
      isMeant: isMeant)
    do {
      let tracker = try access.tracker(of: choice)
      login.kind = tracker.site.kind.rawValue
      login.account = tracker.destination.account
    } catch let error as ConversationInterrupted {
      throw error
    } catch {
      login.failure = Failure(error)
    }
    return login
  }

  /// Of the site that is meant here.
  public static func exitStatus(of report: JiraStatusReport) -> ExitStatus {
    report.choice?.status ?? report.sites.first(where: \.isMeant)?.failure?.status ?? .succeeded
  }
}

/// The logins that there are.
public struct JiraStatusReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/jira-status/1"

  /// Where logins are stored.
  public var path: String

  /// The logins.
  public var sites: [Login] = []

  /// Why it cannot be said which site is meant here; absent where it can.
  public var choice: Failure?

  /// A login.
  public struct Login: Sendable, Encodable {
    /// The site.
    public var site: String

    /// `cloud` or `data-center`; absent where the site has not said.
    public var kind: String?

    /// The account's e-mail address.
    public var email: String?

    /// Where the token is from: `settings`, `command`, `environment`, `none`.
    public var token: String

    /// Whether it is the site that calls here go to.
    public var isMeant: Bool

    /// Who the site says one is; absent where the login does not work.
    public var account: String?

    /// Why it does not work.
    public var failure: Failure?
  }
}

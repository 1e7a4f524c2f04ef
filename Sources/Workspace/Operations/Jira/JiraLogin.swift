public import Declaration
public import Delivery
import Network
import Storage

/// Logs in to a site of Jira.
public struct JiraLogin: WorkspaceOperation {
  /// The site.
  @Argument(
    help: ArgumentHelp("The site: its address, or that of a ticket there.", valueName: "address"))
  public var site: String?

  /// The account.
  @Option(
    help: ArgumentHelp("The account's e-mail address; Jira Cloud alone wants one.", valueName: "address"))
  public var email: String?

  /// What prints the token.
  @Option(
    help: ArgumentHelp(
      "Have this command print the token each time; the token itself is not stored.", valueName: "cmd"))
  public var tokenCommand: String?

  /// Whether the token is piped in.
  @Flag(help: "Read the token from standard input.")
  public var withToken = false

  /// The certificates.
  @Option(
    help: ArgumentHelp("A file with certificates of your own authorities (PEM).", valueName: "file"),
    completion: .file)
  public var caFile: String?

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "jira login",
    abstract: "Log in to a site of Jira, Cloud or Data Center.",
    discussion: """
      The site is asked which kind of Jira it is. What is not given is asked for at the terminal; the token is not shown \
      while it is typed. Then the site is asked whether it takes the token, and only then the login is stored: in \
      $XDG_CONFIG_HOME/postmortem/config.yaml (~/.config without it), which nobody else may read.

      Cloud takes an API token (https://id.atlassian.com/manage-profile/security/api-tokens), with scopes or without; with \
      scopes it needs read:jira-work, write:jira-work and read:jira-user. Data Center takes a personal access token \
      (your profile there, from version 8.14 on).

      A token is no argument: others could see it in the list of processes. Scripts pipe it in (--with-token), or set \
      POSTMORTEM_JIRA_URL, POSTMORTEM_JIRA_EMAIL and POSTMORTEM_JIRA_TOKEN and need no login.
      """,
    examples: [
      .init("postmortem jira login https://example.atlassian.net", "Log in, being asked for the rest."),
      .init(
        "postmortem jira login https://jira.example.org --token-command 'pass show jira'",
        "Leave the token in a password manager."),
    ],
    exitStatuses: [
      .succeeded: "logged in", .usage: "wrong usage",
      .configuration: "the site does not take the token, or something that it needs is missing",
      .network: "the site cannot be reached", .interrupted: "interrupted; nothing is stored",
    ])

  /// The fields as declared.
  public init() {}

  /// Logs in.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> JiraLoginReport {
    if withToken, tokenCommand != nil { throw JiraAccessError.twoTokens }
    let access = try JiraAccess(in: workspace)
    let address = try address(access)
    let certificates = caFile.map { Path.absolute($0, from: workspace.directory) }
    let door = access.door(certificates: certificates)
    let server = try workspace.asking { try door.server(at: address) }
    workspace.conversation?.tell(.note("\(address) is \(server.kind.title)."))
    var user: String?
    if server.kind == .cloud { user = try email ?? self.user(of: access, at: address) }
    let source = try source(access, server.kind)
    let token = try access.token(of: source)
    let tracker = try workspace.asking {
      try door.tracker(at: address, kind: server.kind, user: user ?? "", token: token)
    }
    var settings = access.settings
    var site = UserSettings.Site(
      address: address, kind: server.kind, email: user, cloudID: tracker.site.cloudID,
      certificates: certificates)
    switch source {
    case .command(let line): site.tokenCommand = line
    case .settings(let token), .environment(let token): site.token = token
    }
    try settings.store(site)
    return JiraLoginReport(
      site: address.description, kind: server.kind.rawValue, version: server.version,
      account: tracker.destination.account, isScoped: tracker.site.cloudID != nil, token: source.name,
      path: settings.path)
  }

  private func address(_ access: JiraAccess) throws -> WebAddress {
    if let site {
      guard let address = JiraSite.address(in: site) else { throw JiraAccessError.badAddress(site) }
      return address
    }
    let known = try access.environmentSite() ?? access.repositorySite()
    // The repository's word is a suggestion: a person confirms where a token goes.
    guard let conversation = access.workspace.conversation else {
      throw JiraAccessError.nobodyToAsk("the site")
    }
    guard let text = try conversation.line("Address of the site:", known?.description), !text.isEmpty else {
      throw JiraAccessError.nobodyToAsk("the site")
    }
    guard let address = JiraSite.address(in: text) else { throw JiraAccessError.badAddress(text) }
    return address
  }

  private func user(of access: JiraAccess, at address: WebAddress) throws -> String {
    let known =
      access.settings.site(at: address)?.email ?? access.workspace.environment["POSTMORTEM_JIRA_EMAIL"]
    guard let conversation = access.workspace.conversation else {
      guard let known else { throw JiraAccessError.noEmail(address.description) }
      return known
    }
    guard let text = try conversation.line("E-mail address of your account:", known), !text.isEmpty else {
      throw JiraAccessError.noEmail(address.description)
    }
    return text
  }

  private func source(_ access: JiraAccess, _ kind: Destination.Kind) throws -> JiraAccess.TokenSource {
    if let tokenCommand { return .command(tokenCommand) }
    if withToken { return .settings(try JiraAccess.token(in: try FileTree.read("/dev/stdin"))) }
    guard let conversation = access.workspace.conversation else {
      throw JiraAccessError.nobodyToAsk("the token")
    }
    conversation.tell(.note(kind.tokenPlace))
    guard let token = try conversation.secret("Token (it is not shown):") else {
      throw JiraAccessError.noTokenGiven
    }
    return .settings(token)
  }

  /// Always 0: a login that fails is an error.
  public static func exitStatus(of report: JiraLoginReport) -> ExitStatus { .succeeded }
}

/// A login that was stored.
public struct JiraLoginReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/jira-login/1"

  /// The site.
  public var site: String

  /// `cloud` or `data-center`.
  public var kind: String

  /// The version that it says it has.
  public var version: String?

  /// The account.
  public var account: String

  /// Whether the token is one with scopes, which goes through Atlassian's gateway.
  public var isScoped: Bool

  /// Where the token will be from: `settings` or `command`.
  public var token: String

  /// Where the login is stored.
  public var path: String
}

extension Destination.Kind {
  /// What people call it.
  public var title: String {
    switch self {
    case .cloud: "Jira Cloud"
    case .dataCenter: "Jira Data Center"
    }
  }

  /// Where people make tokens for it.
  var tokenPlace: String {
    switch self {
    case .cloud: "Make a token at https://id.atlassian.com/manage-profile/security/api-tokens."
    case .dataCenter: "Make a token in your profile there: Personal Access Tokens."
    }
  }
}

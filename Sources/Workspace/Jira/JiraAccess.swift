import Casework
import Delivery
import Network
import Storage
import Subprocess

/// Which site of Jira a call is about, and with which login.
///
/// A token goes to the site alone that the user's settings or environment give it for: a repository can name a site,
/// and never says where a token goes.
struct JiraAccess {
  /// A site with its login, and where that is from.
  struct Choice {
    var address: WebAddress

    /// Of which kind it is; nil where only the site can tell.
    var kind: Destination.Kind?
    var email: String?
    var token: TokenSource
    var cloudID: String?
    var certificates: String?
  }

  /// Where a token is from.
  enum TokenSource {
    case environment(Secret)
    case settings(Secret)
    case command(String)

    /// In a word that stays the same.
    var name: String {
      switch self {
      case .environment: "environment"
      case .settings: "settings"
      case .command: "command"
      }
    }
  }

  let workspace: Workspace
  let settings: UserSettings

  /// The repository that may name the site; nil outside of one, or where it was not looked at yet.
  private let desk: CaseDesk?

  /// - Parameter desk: the repository that the user stands in, where it is known.
  /// - Throws: `UserSettingsError`; `FileError`.
  init(in workspace: Workspace, of desk: CaseDesk? = nil) throws {
    self.workspace = workspace
    self.desk = desk
    settings = try UserSettings(environment: workspace.environment)
  }

  private func variable(_ name: String) -> String? {
    workspace.environment["POSTMORTEM_JIRA_\(name)"].flatMap { $0.isEmpty ? nil : $0 }
  }

  // MARK: The site

  /// The site that the environment names.
  func environmentSite() throws(JiraAccessError) -> WebAddress? {
    guard let text = variable("URL") else { return nil }
    guard let address = JiraSite.address(in: text) else { throw .badAddress(text) }
    return address
  }

  /// The site that the repository names; nil outside of one.
  func repositorySite() throws -> WebAddress? {
    guard let desk = try? desk ?? CaseDesk(in: workspace),
      let text = try ProjectFiles(root: desk.root).settings().jiraURL
    else { return nil }
    guard let address = JiraSite.address(in: text) else { throw JiraAccessError.badAddress(text) }
    return address
  }

  /// The site of this call, with its login.
  ///
  /// - Throws: `JiraAccessError`; `UserSettingsError`; errors of the repository's settings.
  func choice() throws -> Choice {
    if let address = try environmentSite() {
      guard let token = workspace.jiraToken else { return try stored(address) }
      // An address of e-mail is what Cloud wants, and Data Center does not.
      return Choice(
        address: address, kind: nil, email: variable("EMAIL"), token: .environment(token),
        certificates: variable("CA_FILE"))
    }
    if workspace.jiraToken != nil { throw JiraAccessError.tokenWithoutSite }
    if let address = try repositorySite() { return try stored(address) }
    guard let only = settings.sites.first else { throw JiraAccessError.noSite }
    guard settings.sites.count == 1 else {
      throw JiraAccessError.severalSites(settings.sites.map(\.address.description))
    }
    return try stored(only.address)
  }

  private func stored(_ address: WebAddress) throws(JiraAccessError) -> Choice {
    guard let site = settings.site(at: address) else {
      throw .noLogin(address.description, known: settings.sites.map(\.address.description))
    }
    return try choice(of: site)
  }

  /// A site of the settings, with its login.
  func choice(of site: UserSettings.Site) throws(JiraAccessError) -> Choice {
    let source = site.token.map { TokenSource.settings($0) } ?? site.tokenCommand.map { .command($0) }
    guard let source else { throw .noToken(site.address.description) }
    return Choice(
      address: site.address, kind: site.kind, email: site.email, token: source, cloudID: site.cloudID,
      certificates: site.certificates)
  }

  // MARK: Asking it

  /// What asks a site.
  func door(certificates: String?) -> JiraDoor {
    JiraDoor(
      client: HTTPClient(
        proxies: ProxySettings(environment: workspace.environment), certificates: certificates,
        interrupt: workspace.interrupt),
      pace: JiraPace(timekeeper: .system(interrupt: workspace.interrupt)) { [observe = workspace.observe] in
        observe(.waiting($0))
      })
  }

  /// The tracker of this call: the site is asked who it is that asks.
  ///
  /// - Throws: as `choice`; `TrackerError`; `ConversationInterrupted` where the user stops it.
  func tracker() throws -> JiraTracker { try tracker(of: choice()) }

  /// The tracker of a site.
  func tracker(of choice: Choice) throws -> JiraTracker {
    try workspace.asking {
      let door = door(certificates: choice.certificates)
      let token = try token(of: choice.token)
      let kind = try choice.kind ?? door.server(at: choice.address).kind
      let user = choice.email ?? ""
      if kind == .cloud, user.isEmpty { throw JiraAccessError.noEmail(choice.address.description) }
      guard let cloudID = choice.cloudID else {
        return try door.tracker(at: choice.address, kind: kind, user: user, token: token)
      }
      return try door.tracker(
        of: JiraSite(
          address: choice.address, kind: kind, cloudID: cloudID,
          authorization: .basic(user: user, password: token)))
    }
  }

  /// The token of a source.
  func token(of source: TokenSource) throws -> Secret {
    switch source {
    case .environment(let token), .settings(let token):
      // Anything else would break the header that it is sent in.
      guard !token.isEmpty, token.isPrintable else { throw JiraAccessError.noTokenGiven }
      return token
    case .command(let line): return try Self.token(printedBy: line, in: workspace)
    }
  }

  /// How long a password manager may take: it may ask for a touch, or for its own password.
  private static let commandLimit = Duration.seconds(120)

  /// The first line that a command prints.
  static func token(printedBy line: String, in workspace: Workspace) throws -> Secret {
    Secret.expect()
    let capture = try workspace.spawner.capture(
      Command("sh", ["-c", line], environment: workspace.environment, workingDirectory: workspace.directory),
      timeLimit: commandLimit, limit: 1 << 16)
    guard capture.outcome.ending == .exit(0), capture.outcome.cutoff == nil else {
      if capture.outcome.cutoff == .interrupt { throw ConversationInterrupted() }
      throw JiraAccessError.tokenCommandFailed(line)
    }
    return try token(in: capture.output)
  }

  /// A token in what was printed or piped in: its first line.
  static func token(in bytes: [UInt8]) throws(JiraAccessError) -> Secret {
    var line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    line = Array(line.drop { $0 == UInt8(ascii: " ") })
    let token = Secret(wiping: &line)
    guard !token.isEmpty, token.isPrintable else { throw .noTokenGiven }
    return token
  }
}

/// Why it cannot be said which site of Jira is meant, or how to log in there.
enum JiraAccessError: Error, Equatable {
  /// An address that is none.
  case badAddress(String)

  /// Nobody has logged in anywhere.
  case noSite

  /// Nobody has logged in to the site that is meant.
  case noLogin(String, known: [String])

  /// There are several sites, and nothing says which is meant.
  case severalSites([String])

  /// The settings hold no token for a site.
  case noToken(String)

  /// The environment holds a token, and does not say for which site.
  case tokenWithoutSite

  /// A site of Cloud wants the address of the account.
  case noEmail(String)

  /// A command that was to print a token failed.
  case tokenCommandFailed(String)

  /// What was given as a token is none.
  case noTokenGiven

  /// A login needs something that there is nobody to ask for.
  case nobodyToAsk(String)

  /// A token is given in two ways.
  case twoTokens
}

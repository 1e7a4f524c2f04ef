import Delivery
import Network
import Storage
import Writer
import YAML

/// The settings of a user, in a file that nobody else may read: sites of Jira, each with its login, what agents may do,
/// and the language models that may phrase records.
struct UserSettings {
  /// A site with its login.
  struct Site: Equatable {
    var address: WebAddress
    var kind: Destination.Kind
    var email: String?
    var token: Secret?

    /// A line of the shell that prints the token: a password manager.
    var tokenCommand: String?

    /// What the gateway of Atlassian knows the site by, for a token with scopes.
    var cloudID: String?

    /// A file with certificates of authorities (PEM).
    var certificates: String?
  }

  /// Where the file is, or will be.
  let path: String

  /// The sites, in the order of the file.
  private(set) var sites: [Site] = []

  /// The language models, in the order of the file.
  private(set) var writers: [ChosenWriter] = []

  /// Whether coding agents may post, where a person signs.
  private(set) var agentsMayPost = false

  private var document: YAMLDocument

  private static let keys = ["url", "kind", "email", "token", "token_command", "cloud_id", "ca_file"]

  /// Reads the file that an environment points at; without one there are no sites.
  ///
  /// - Throws: `UserSettingsError`; `FileError`.
  init(environment: [String: String]) throws {
    guard let directory = UserDirectory.settings.path(in: environment) else { throw UserSettingsError.noHome }
    try self.init(at: "\(directory)/config.yaml")
  }

  /// Reads the file at a path; without one there are no sites.
  ///
  /// - Throws: `UserSettingsError`; `FileError`.
  init(at path: String) throws {
    self.path = path
    guard FileTree.isFile(path) else {
      document = try YAMLDocument(
        text: "# Settings of postmortem. Tokens stand here: nobody else may read this file.\n", name: path)
      return
    }
    Secret.expect()
    do {
      document = try YAMLDocument(text: try FileTree.read(path), name: path)
      let reader = YAMLReader(document)
      let root = reader.fields(known: ["agents", "jira", "writers"])
      for fields in root.list("jira", known: Self.keys) {
        if let site = Self.site(fields, reader) { sites.append(site) }
      }
      writers = ChosenWriter.all(in: root, reader)
      agentsMayPost = root.fields("agents", known: ["post"])?.flag("post") ?? false
      try reader.finish()
    } catch let errors as YAMLErrors {
      throw UserSettingsError.unreadable(errors.errors.map(Self.words))
    } catch let error as YAMLError {
      throw UserSettingsError.unreadable([Self.words(error)])
    }
    let holdsSecret = sites.contains { $0.token != nil } || writers.contains { $0.holdsKey }
    if holdsSecret, FileTree.isOpenToOthers(path) == true {
      throw UserSettingsError.openToOthers(path)
    }
  }

  private static func site(_ fields: YAMLFields, _ reader: YAMLReader) -> Site? {
    let kinds = Destination.Kind.allCases.map(\.rawValue)
    let kind = fields.word("kind", of: kinds).flatMap(Destination.Kind.init(rawValue:))
    guard let url = fields.requiredText("url"), fields.require("kind") != nil, let kind else { return nil }
    guard let address = JiraSite.address(in: url) else {
      if let node = fields.node("url") {
        reader.report(
          .wrongText(key: "url", expected: "an address that begins with https://", found: url), at: node)
      }
      return nil
    }
    return Site(
      address: address, kind: kind, email: fields.text("email"),
      token: fields.text("token").map { Secret($0) },
      tokenCommand: fields.text("token_command"), cloudID: fields.text("cloud_id"),
      certificates: fields.text("ca_file"))
  }

  /// Without the line itself, in which a token may stand.
  private static func words(_ error: YAMLError) -> String {
    "\(error.name):\(error.position.line):\(error.position.column): \(error.problem)"
  }

  /// The site of an address.
  func site(at address: WebAddress) -> Site? { sites.first { $0.address == address } }

  /// Writes the login of a site, in the place of the one that is there.
  mutating func store(_ site: Site) throws {
    let value = YAMLValue.map(Self.entries(of: site))
    if let place = sites.firstIndex(where: { $0.address == site.address }) {
      document = try document.setting(["jira", .index(place)], to: value)
      sites[place] = site
    } else {
      document = try document.appending(value, to: ["jira"])
      sites.append(site)
    }
    try write()
  }

  /// Takes the login of a site out.
  mutating func remove(_ address: WebAddress) throws {
    guard let place = sites.firstIndex(where: { $0.address == address }) else { return }
    document = try document.removing(["jira", .index(place)])
    sites.remove(at: place)
    try write()
  }

  private static func entries(of site: Site) -> [YAMLValue.Entry] {
    let values = [
      site.address.description, site.kind.rawValue, site.email, site.token?.revealed, site.tokenCommand,
      site.cloudID,
      site.certificates,
    ]
    return zip(keys, values).compactMap { key, value in value.map { .init(key, .text($0)) } }
  }

  /// Only its owner may read what stands there from the first byte on.
  private func write() throws(FileError) {
    try FileTree.makeDirectory(Path.parent(path))
    try FileTree.write(document.bytes, to: path, mode: 0o600)
  }
}

/// Why the settings of a user cannot be used.
enum UserSettingsError: Error, Equatable {
  /// Nothing says where they would be.
  case noHome

  /// Others may read the tokens in them.
  case openToOthers(String)

  /// They are not as they must be: each fault with its place.
  case unreadable([String])
}

import Scratch
import Storage

extension Bench {
  /// What a site of Jira takes in the tests.
  static let token = "ATATT3xFfGF0-not-a-real-one"

  /// The variables of a login to a stand-in.
  func login(to jira: JiraStandIn, token: String = Self.token) -> [String: String] {
    [
      "POSTMORTEM_JIRA_URL": jira.url, "POSTMORTEM_JIRA_EMAIL": JiraStandIn.email,
      "POSTMORTEM_JIRA_TOKEN": token,
    ]
  }

  /// Where the user's settings are.
  var settingsPath: String { "\(program.home.path)/.config/postmortem/config.yaml" }

  /// Writes the user's settings, which nobody else may read.
  func writeSettings(_ text: String, mode: UInt32 = 0o600) throws {
    try FileTree.makeDirectory(Path.parent(settingsPath))
    try FileTree.write(Array(text.utf8), to: settingsPath, mode: mode)
  }

  /// The text of the user's settings; nil where there are none.
  var settings: String? { (try? FileTree.read(settingsPath)).map { String(decoding: $0, as: UTF8.self) } }
}

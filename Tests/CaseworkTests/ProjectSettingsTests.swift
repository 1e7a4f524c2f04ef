import Casework
import Testing
import YAML

@Suite struct ProjectSettingsTests {
  private func settings(_ text: String) throws -> ProjectSettings {
    try ProjectSettings(Array(text.utf8), name: "config.yaml")
  }

  @Test func `tickets and pull requests are where the settings say`() throws {
    let settings = try settings(
      "jira:\n  url: https://x.atlassian.net\npull_request_url: https://github.com/o/r/pull/{number}\n")
    #expect(settings.jiraURL == "https://x.atlassian.net")
    #expect(settings.pullRequestURL == "https://github.com/o/r/pull/{number}")
  }

  @Test(
    arguments: [
      "jira:\n  url: x.atlassian.net\n", "jira:\n  url: \"https://x y\"\n", "jira:\n  host: x\n",
      "pull_request_url: https://github.com/o/r/pull/\n", "pull_request_url: \"javascript:{number}\"\n",
    ])
  func `what is no address is refused`(_ text: String) {
    #expect(throws: YAMLErrors.self) { try settings(text) }
  }
}

import Storage
import Testing

@Suite struct UserDirectoryTests {
  private static let cases: [(UserDirectory, [String: String], String?)] = [
    (.settings, ["XDG_CONFIG_HOME": "/x", "HOME": "/z"], "/x/postmortem"),
    (.settings, ["XDG_CONFIG_HOME": "x", "HOME": "/z"], "/z/.config/postmortem"),
    (.settings, ["XDG_STATE_HOME": "/x", "HOME": "/z"], "/z/.config/postmortem"),
    (.state, ["XDG_STATE_HOME": "/x/", "HOME": "/z"], "/x/postmortem"),
    (.state, ["XDG_STATE_HOME": "", "HOME": "/z"], "/z/.local/state/postmortem"),
    (.state, ["HOME": "z"], nil), (.settings, [:], nil),
  ]

  @Test(arguments: cases)
  func `what is named is taken, else a place in the home, and nothing relative`(
    directory: UserDirectory, environment: [String: String], expected: String?
  ) {
    #expect(directory.path(in: environment) == expected)
  }
}

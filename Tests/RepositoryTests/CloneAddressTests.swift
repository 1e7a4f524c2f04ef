import Testing

@testable import Repository

@Suite struct CloneAddressTests {
  @Test(arguments: [
    ("https://example.com/rill/rill.git", "https://example.com/rill/rill.git"),
    ("https://ada:token@example.com:8443/rill", "https://example.com:8443/rill"),
    ("https://token@example.com", "https://example.com"),
    ("ssh://git@example.com:22/rill", "ssh://git@example.com:22/rill"),
    ("ssh://git:pass@example.com/rill", "ssh://git@example.com/rill"),
    ("git@example.com:rill/rill.git", "ssh://git@example.com/rill/rill.git"),
    ("example.com:/srv/rill", "ssh://example.com/srv/rill"),
    ("git://example.com/rill", "git://example.com/rill"),
    ("/srv/rill.git", nil), ("../rill", nil), ("./a:b", nil), ("file:///srv/rill", nil), ("C:\\rill", nil),
    ("https:///rill", nil), ("https://ada@/rill", nil), ("ext::sh -c x", nil), ("", nil),
  ])
  func `an address is for others, and without what may be secret`(setting: String, address: String?) {
    #expect(CloneAddress(setting)?.text == address)
  }
}

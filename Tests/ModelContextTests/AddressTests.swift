import Testing

@testable import ModelContext

/// Addresses that clients give: of what is to be read here, and of where their users work.
@Suite struct AddressTests {
  @Test(arguments: [
    ("postmortem://records", ResourceAddress.records), ("postmortem://cases", .cases),
    ("postmortem://fields", .fields), ("postmortem://records/RILL-1", .record("RILL-1")),
    ("postmortem://cases/RILL-1", .facts("RILL-1")), ("postmortem://ledgers/RILL-1", .ledger("RILL-1")),
  ])
  func `what can be read is written as it is read`(text: String, address: ResourceAddress) {
    #expect(ResourceAddress(text) == address)
    #expect(address.text == text)
  }

  @Test(arguments: [
    "", "records", "file:///etc/passwd", "postmortem://", "postmortem://record", "postmortem://records/a/b",
    "postmortem://records/../../x", "postmortem:records", "https://records/a",
  ])
  func `anything else addresses nothing`(text: String) {
    #expect(ResourceAddress(text) == nil)
  }

  @Test(arguments: [
    ("file:///home/ada/rill", "/home/ada/rill"), ("file://localhost/rill", "/rill"),
    ("file:///a%20b/%C3%A9", "/a b/é"), ("file:///a%2Fb", "/a/b"),
  ])
  func `the address of a directory is its path`(address: String, path: String) {
    #expect(ModelContextServer.path(ofAddress: address) == path)
  }

  @Test(arguments: [
    "", "/home", "https://x/y", "file://host/x", "file:///a%", "file:///a%zz", "file:///a%00b", "file:///%FF",
  ])
  func `what is the address of no directory here has no path`(address: String) {
    #expect(ModelContextServer.path(ofAddress: address) == nil)
  }
}

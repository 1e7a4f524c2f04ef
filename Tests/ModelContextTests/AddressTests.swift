import Testing

@testable import ModelContext

/// Addresses of what is to be read here.
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
}

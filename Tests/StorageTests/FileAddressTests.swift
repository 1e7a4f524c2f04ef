import Storage
import Testing

/// Files as other programs name them.
@Suite struct FileAddressTests {
  @Test(arguments: [
    ("file:///home/ada/rill", "/home/ada/rill"), ("file://localhost/rill", "/rill"),
    ("file:///a%20b/%C3%A9", "/a b/é"), ("file:///a%2Fb", "/a/b"),
  ])
  func `the address of a file is its path`(address: String, path: String) {
    #expect(FileAddress.path(of: address) == path)
  }

  @Test(arguments: [
    "", "/home", "https://x/y", "file://host/x", "file:///a%", "file:///a%zz", "file:///a%00b", "file:///%FF",
  ])
  func `what is the address of no file here has no path`(address: String) {
    #expect(FileAddress.path(of: address) == nil)
  }

  @Test(arguments: ["/", "/home/ada/rill", "/a b/é", "/100%/#1?.md", "/a:b@c"])
  func `an address that we write is read as the same path`(path: String) {
    #expect(FileAddress.path(of: FileAddress.address(of: path)) == path)
  }
}

import Network
import Testing

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://rill.atlassian.net", "https://rill.atlassian.net"),
    ("HTTPS://Rill.Atlassian.NET/", "https://rill.atlassian.net/"),
    ("https://rill.atlassian.net:443/x", "https://rill.atlassian.net/x"),
    ("http://127.0.0.1:8080/jira?a=b", "http://127.0.0.1:8080/jira?a=b"),
    ("https://example.org?a=b", "https://example.org/?a=b"),
    ("https://[::1]:8443/x", "https://[::1]:8443/x"),
    ("https://example.org/a%20b", "https://example.org/a%20b"),
  ])
  func `an address is written in one way`(text: String, written: String) throws {
    #expect(try #require(WebAddress(text)).description == written)
  }

  @Test(arguments: [
    "", "rill.atlassian.net", "ftp://example.org", "https://", "https:///x", "https://:443", "https://a:b",
    "https://a:0", "https://a:70000", "https://user@example.org", "https://user:word@example.org",
    "https://example.org#x", "https://example.org\\@evil.org", "https://exa mple.org",
    "https://example.org/\r\nX: y",
    "https://[::1", "https://[evil.org]", "https://[::1]x", "https://.org", "https://-a.org", "https://a..b",
    "https://bücher.example", "https://a%2eb", "javascript:alert(1)",
  ])
  func `what could be read in two ways is no address`(text: String) {
    #expect(WebAddress(text) == nil)
  }

  @Test func `the steps of a path and the values of a query cannot leave their places`() throws {
    let base = try #require(WebAddress("https://example.org/jira/"))
    #expect(
      base.appending(["issue", "../x y/ü?#"], query: ["a&b": "c=d+e", "n": "1"]).description
        == "https://example.org/jira/issue/..%2Fx%20y%2F%C3%BC%3F%23?a%26b=c%3Dd%2Be&n=1")
    #expect(base.appending(["..", "."]).description == "https://example.org/jira/%2E%2E/%2E")
  }

  @Test(arguments: [
    ("http://localhost", true), ("http://127.0.0.1", true), ("http://127.8.9.1:80", true),
    ("http://[::1]", true),
    ("http://jira.localhost", true), ("http://127.0.0.1.evil.org", false),
    ("http://localhost.evil.org", false),
    ("http://127.0.0.300", false), ("http://10.0.0.1", false),
  ])
  func `this machine is known by its numbers and its reserved name`(text: String, isLoopback: Bool) throws {
    #expect(try #require(WebAddress(text)).isLoopback == isLoopback)
  }
}

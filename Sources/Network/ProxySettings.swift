/// Which proxies the user's environment names, as curl reads it: http_proxy, https_proxy, all_proxy, no_proxy.
public struct ProxySettings: Sendable, Equatable {
  private let proxies: [WebAddress.Scheme: String]

  /// Hosts that are asked directly, as curl writes them: parted by commas.
  let exceptions: String

  /// What an environment says.
  public init(environment: [String: String]) {
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    }
    var proxies: [WebAddress.Scheme: String] = [:]
    // HTTP_PROXY in capitals is what a client of a web server can set (CVE-2016-5385).
    proxies[.http] = value("http_proxy", "all_proxy", "ALL_PROXY")
    proxies[.https] = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
    self.proxies = proxies
    exceptions = value("no_proxy", "NO_PROXY") ?? ""
  }

  /// The proxy for an address; empty for none.
  ///
  /// This machine is always asked directly.
  func proxy(for address: WebAddress) -> String {
    address.isLoopback ? "" : proxies[address.scheme] ?? ""
  }

  /// What stands before the `@` of proxies: it must not be seen.
  var userInformation: [String] {
    proxies.values.compactMap { proxy in
      let rest = proxy.firstRange(of: "://").map { proxy[$0.upperBound...] } ?? proxy[...]
      return rest.lastIndex(of: "@").map { String(rest[..<$0]) }
    }
  }
}

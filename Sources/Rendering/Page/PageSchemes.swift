/// The schemes that a page may lead to: what opens a page, a letter or a call.
enum PageSchemes {
  private static let safe: Set<String> = ["http", "https", "mailto", "tel", "ftp", "irc", "ircs", "xmpp"]

  /// Whether a page may lead to an absolute address.
  static func isSafe(_ url: String) -> Bool {
    ADFAddress.scheme(of: Array(url.utf8)).map(safe.contains) == true
  }
}

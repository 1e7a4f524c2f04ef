import CCurl

/// libcurl, which makes the requests: loaded when it is first needed.
public enum LibCurl {
  /// The oldest version whose behaviour this room relies on: 7.85 (August 2022).
  private static let oldest: UInt32 = 0x075500

  /// What is wrong with the library, in a few words; nil where it is there and new enough.
  public static let fault: String? = {
    if let words = ccurl_load() { return String(cString: words) }
    return ccurl_version_number() < oldest ? "version \(loadedVersion) is older than 7.85" : nil
  }()

  /// The version that is loaded: "7.88.1"; nil where none could be used.
  public static var version: String? { fault == nil ? loadedVersion : nil }

  private static var loadedVersion: String { String(cString: ccurl_version()) }
}

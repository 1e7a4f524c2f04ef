import CCurl

/// The connections that stay open between requests: made when the first request is.
final class Connections {
  private var multi: UnsafeMutableRawPointer?

  /// What libcurl knows them by; nil where there is no memory.
  ///
  /// The library has to be there.
  func handle() -> UnsafeMutableRawPointer? {
    if multi == nil { multi = ccurl_multi_init() }
    return multi
  }

  deinit {
    if let multi { ccurl_multi_cleanup(multi) }
  }
}

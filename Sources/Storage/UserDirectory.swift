/// Where something of a user's own stands, apart from any repository: `$XDG_STATE_HOME/postmortem`, else
/// `~/.local/state/postmortem`, and so on.
///
/// Source: XDG Base Directory Specification 0.8; caches of macOS are where that system clears them.
public enum UserDirectory: Sendable {
  /// What a user sets.
  case settings

  /// What is kept from one call to the next, and is no setting.
  case state

  /// What can be made anew.
  case cache

  /// Its absolute path; nil where the environment names no home.
  ///
  /// A path that is relative is as if it were not named.
  public func path(in environment: [String: String]) -> String? {
    if let named = environment[variable], named.hasPrefix("/") {
      return Path.absolute("postmortem", from: named)
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return Path.absolute("\(fallback)/postmortem", from: home)
  }

  private var variable: String {
    switch self {
    case .settings: "XDG_CONFIG_HOME"
    case .state: "XDG_STATE_HOME"
    case .cache: "XDG_CACHE_HOME"
    }
  }

  private var fallback: String {
    switch self {
    case .settings: return ".config"
    case .state: return ".local/state"
    case .cache:
      #if os(macOS)
        return "Library/Caches"
      #else
        return ".cache"
      #endif
    }
  }
}

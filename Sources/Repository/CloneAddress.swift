/// An address that others can clone from: of a host, and without what may be secret in it.
struct CloneAddress {
  /// The address.
  let text: String

  /// Reads a setting of git, see "GIT URLS" in git-clone(1); nil for a path of this machine and for what is not known.
  init?(_ setting: String) {
    if let mark = setting.firstRange(of: "://") {
      let scheme = String(setting[..<mark.lowerBound])
      guard Self.schemes.contains(scheme) else { return nil }
      let rest = setting[mark.upperBound...]
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      guard let place = Self.place(rest[..<end], keepsUser: scheme == "ssh") else { return nil }
      text = "\(scheme)://\(place)\(rest[end...])"
      return
    }
    // "git@host:path" is ssh; a slash before the colon makes it a path, "C:" is a disk, "ext::" a program.
    guard !setting.contains("::"), let colon = setting.firstIndex(of: ":"), !setting[..<colon].contains("/"),
      let place = Self.place(setting[..<colon], keepsUser: true), place.utf8.count > 1
    else { return nil }
    let path = setting[setting.index(after: colon)...]
    text = "ssh://\(place)/\(path.hasPrefix("/") ? path.dropFirst() : path)"
  }

  /// A host, with its port; before it, for ssh, the user: nobody gets in without, and it is no secret.
  private static func place(_ text: Substring, keepsUser: Bool) -> String? {
    guard let at = text.lastIndex(of: "@") else { return text.isEmpty ? nil : String(text) }
    let host = text[text.index(after: at)...]
    guard !host.isEmpty else { return nil }
    let user = text[..<at].prefix { $0 != ":" }
    return keepsUser && !user.isEmpty ? "\(user)@\(host)" : String(host)
  }

  private static let schemes: Set<String> = ["https", "http", "ssh", "git"]
}

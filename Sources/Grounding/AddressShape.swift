import Spelling

/// What an address of the web looks like; nothing is asked of any network.
enum AddressShape {
  /// What is wrong with an address.
  struct Fault: Equatable {
    /// What, as half a sentence.
    var words: String

    /// What was meant.
    var meant: String?
  }

  /// Whether a text is meant to be an address of the web: other schemes have shapes of their own.
  static func isAddress(_ text: String) -> Bool {
    let scheme = text.prefix { $0.isASCII && $0.isLetter }.lowercased()
    let rest = text.dropFirst(scheme.count)
    if isWeb(scheme) { return rest.hasPrefix(":") || rest.hasPrefix("//") }
    return rest.hasPrefix("://") && isMisspelt(scheme)
  }

  /// What is wrong with it; nil where nothing is, as far as its shape tells.
  static func fault(in text: String) -> Fault? {
    let scheme = text.prefix { $0.isASCII && $0.isLetter }
    let rest = text.dropFirst(scheme.count)
    let slashes = rest.prefix { $0 == ":" || $0 == "/" }
    let behind = rest.dropFirst(slashes.count)
    guard isWeb(scheme.lowercased()) else {
      return Fault(words: "there is no scheme “\(scheme)”", meant: "https\(rest)")
    }
    guard slashes == "://" else {
      return Fault(
        words: "“://” is to follow the scheme", meant: behind.isEmpty ? nil : "\(scheme)://\(behind)")
    }
    let authority = behind.prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    if host.isEmpty { return Fault(words: "it names no host") }
    if isWeb(host.lowercased().filter { $0 != ":" }) {
      return Fault(words: "it has two schemes", meant: String(behind))
    }
    return host.hasPrefix("[") ? nil : fault(ofHost: host)
  }

  private static func fault(ofHost host: Substring) -> Fault? {
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count > 2 { return Fault(words: "its host has more than one port") }
    if parts.count == 2 {
      let port = Int(parts[1])
      // "host:" has the port of its scheme (RFC 3986, section 3.2.3).
      guard parts[1].isEmpty || port.map({ (1...65_535).contains($0) }) == true else {
        return Fault(words: "“\(parts[1])” is no port")
      }
    }
    let labels = (parts.first ?? "").split(separator: ".", omittingEmptySubsequences: false)
    // A dot at the end is the root of all names.
    if labels.dropLast().contains(where: \.isEmpty) || labels.first?.isEmpty == true {
      return Fault(words: "its host has a dot too many")
    }
    let isPlain = { (letter: Character) in
      !letter.isASCII || letter.isLetter || letter.isNumber || letter == "-" || letter == "_"
    }
    guard labels.allSatisfy({ $0.allSatisfy(isPlain) }) else {
      return Fault(words: "no host is named “\(parts.first ?? "")”")
    }
    return nil
  }

  private static func isWeb(_ scheme: String) -> Bool { scheme == "http" || scheme == "https" }

  private static func isMisspelt(_ scheme: String) -> Bool {
    ["http", "https"].contains {
      Spelling.distance(Array(scheme.utf8), Array($0.utf8), atMost: 1) != nil
    }
  }
}

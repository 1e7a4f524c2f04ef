/// An address of the web that requests go to, read strictly: a scheme, a host, a port, a path, and no password.
///
/// Two programs that read one address differently are how credentials get to the wrong host; so what is not plainly
/// one reading is none.
public struct WebAddress: Sendable, Hashable {
  /// The two schemes.
  public enum Scheme: String, Sendable {
    case http, https
  }

  /// The scheme.
  public let scheme: Scheme

  /// The host in small letters; an address of IPv6 without its brackets.
  public let host: String

  /// The port, that of the scheme where none is written.
  public let port: Int

  /// The path and the query, which begin with a slash; empty where there are none.
  public private(set) var path: String

  /// The address that a text is; nil where it is none, or holds a password or a fragment.
  public init?(_ text: String) {
    let lowered = text.prefix(8).lowercased()
    guard
      let scheme: Scheme = lowered.hasPrefix("https://") ? .https : lowered.hasPrefix("http://") ? .http : nil
    else { return nil }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !#""<>\^`{|}#"#.utf8.contains($0) }) else {
      return nil
    }
    let rest = text.dropFirst(scheme.rawValue.count + 3)
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard let (host, port) = Self.authority(rest[..<end].lowercased()) else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port ?? (scheme == .https ? 443 : 80)
    let path = String(rest[end...])
    self.path = path.hasPrefix("?") ? "/" + path : path
  }

  private static func authority(_ text: String) -> (host: String, port: Int?)? {
    var host = Substring(text)
    var port: Int?
    if host.hasPrefix("[") {
      guard let close = host.firstIndex(of: "]") else { return nil }
      let tail = host[host.index(after: close)...]
      if !tail.isEmpty {
        guard tail.hasPrefix(":"), let number = self.port(tail.dropFirst()) else { return nil }
        port = number
      }
      host = host[host.index(after: host.startIndex)..<close]
      guard host.contains(":"), host.utf8.allSatisfy({ "0123456789abcdef:.".utf8.contains($0) }) else {
        return nil
      }
    } else {
      if let colon = host.firstIndex(of: ":") {
        guard let number = self.port(host[host.index(after: colon)...]) else { return nil }
        port = number
        host = host[..<colon]
      }
      let known = host.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-._".utf8.contains($0) }
      guard known, !host.isEmpty, !host.hasPrefix("."), !host.hasPrefix("-"), !host.contains("..") else {
        return nil
      }
    }
    return (String(host), port)
  }

  private static func port(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      (1...65535).contains(number)
    else { return nil }
    return number
  }

  /// Scheme, host and port: what decides whether two addresses are of one server.
  public var origin: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(scheme.rawValue)://\(name)\(port == (scheme == .https ? 443 : 80) ? "" : ":\(port)")"
  }

  /// Whether it is of this machine, by its number or by the name that RFC 6761 keeps for it.
  public var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The address of something below this one.
  ///
  /// - Parameters:
  ///   - segments: each is one step: what a path parts its steps by is written as a code in it.
  ///   - query: names and values.
  public func appending(_ segments: [String], query: KeyValuePairs<String, String> = [:]) -> WebAddress {
    var address = self
    while address.path.hasSuffix("/") { address.path.removeLast() }
    address.path += segments.map { "/" + Self.encoded($0) }.joined()
    if !query.isEmpty {
      address.path +=
        "?" + query.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }
    return address
  }

  /// A text in which all but the unreserved characters of RFC 3986 are codes.
  static func encoded(_ text: String) -> String {
    // "." and ".." are steps of their own meaning.
    let isDots = text == "." || text == ".."
    return text.utf8.reduce(into: "") { result, byte in
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80,
        character.isLetter || character.isNumber || "-_~".contains(character)
          || (character == "." && !isDots)
      {
        result.append(character)
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}

extension WebAddress: CustomStringConvertible {
  /// As it is written.
  public var description: String { origin + path }
}

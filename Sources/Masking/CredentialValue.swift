/// Decides whether a value that stands behind the name of a credential is one.
struct CredentialValue {
  /// What the name is of.
  enum Kind: Sendable {
    /// What people choose: shorter, and less random.
    case password

    /// What machines choose.
    case token

    /// Forty characters of Base64.
    case awsSecret
  }

  let value: ArraySlice<UInt8>
  let kind: Kind

  /// Whether the name says no more than "token", as lexers, pages and caches have them.
  var isBareToken = false

  private var classes: (lower: Int, upper: Int, digits: Int, signs: Int) {
    var counts = (lower: 0, upper: 0, digits: 0, signs: 0)
    for byte in value {
      if ByteSet.lower.contains(byte) {
        counts.lower += 1
      } else if ByteSet.upper.contains(byte) {
        counts.upper += 1
      } else if ByteSet.digits.contains(byte) {
        counts.digits += 1
      } else {
        counts.signs += 1
      }
    }
    return counts
  }

  /// Whether it is taken for a credential; what is cheap to ask is asked first.
  var isCredential: Bool { looksRandom && !isQualifiedName && !Dummy.isValue(value) }

  private var looksRandom: Bool {
    guard (8...4096).contains(value.count), value.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      !Dummy.isValue(value),
      !isUUID
    else { return false }
    let counts = classes
    if case .awsSecret = kind {
      return value.count == 40 && value.allSatisfy { ByteSet.base64.contains($0) } && counts.digits < 40
    }
    // Numbers, dates, versions.
    guard counts.lower + counts.upper > 0 else { return false }
    if value.allSatisfy({ ByteSet.hex.contains($0) }) { return isHexCredential(counts.digits) }
    let kinds = [counts.lower, counts.upper, counts.digits, counts.signs].count { $0 > 0 }
    if kind == .password, hasStrongSigns, counts.lower > 0, counts.upper > 0, counts.digits > 0 {
      return true
    }
    guard Wordiness.share(of: value) < 0.5, Set(value).count >= min(10, value.count * 2 / 3) else {
      return false
    }
    if value.count < 16 { return kind == .password && kinds >= 3 && counts.digits > 0 }
    return counts.digits > 0 && (counts.digits > 1 || kinds > 2) && !isPath
  }

  /// Digests and object ids are hexadecimal as well: of them only the name tells.
  private func isHexCredential(_ digits: Int) -> Bool {
    guard digits > 0, digits < value.count else { return false }
    if isBareToken { return value.count == 32 }
    return value.count >= (kind == .password ? 16 : 24)
  }

  private var hasStrongSigns: Bool { value.contains { ByteSet("!@#$%^&*?~+=").contains($0) } }

  /// `config.database.password2`, `map[key]`, `a->b`, `f(x)`, `Name::value`.
  private var isQualifiedName: Bool {
    if value.contains(where: { ByteSet("()[]{}").contains($0) }), kind != .password || !hasStrongSigns {
      return true
    }
    let text = String(decoding: value, as: UTF8.self)
    let parts = value.split(separator: UInt8(ascii: "."))
    let isDotted = parts.count > 1 && parts.allSatisfy { ByteSet.letters.contains($0[$0.startIndex]) }
    if isDotted, Wordiness.share(of: value) > 0.25 { return true }
    return text.contains("::") || text.contains("->") || text.contains("=>") || text.hasPrefix("sha")
      || text.hasPrefix("http")
  }

  private var isPath: Bool {
    let parts = value.split(separator: UInt8(ascii: "/"))
    return value.first == UInt8(ascii: "/") && parts.count > 2 || value.starts(with: "./".utf8)
      || value.starts(with: "~/".utf8)
  }

  private var isUUID: Bool {
    guard value.count == 36 else { return false }
    return zip(0..., value).allSatisfy { place, byte in
      [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : ByteSet.hex.contains(byte)
    }
  }
}

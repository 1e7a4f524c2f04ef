/// What characters are to Jira's renderer of wiki markup.
///
/// Source: the notation help of Jira ("Text Formatting Notation"), and the patterns of Atlassian's renderer.
enum JiraNotation {
  /// Whether it is a letter or a digit: signs next to one neither begin nor end to set words.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      true
    default: false
    }
  }

  /// Whether words that hold it are set: letters, digits, blanks, symbols and punctuation are; not a tab, a fraction,
  /// or a character that joins others.
  ///
  /// Beyond the first plane, it depends on the age of the site's Java.
  static func isSettable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value >= 0x20 && scalar.value < 0x7F }
    guard scalar.value <= 0xFFFF else { return false }
    switch scalar.properties.generalCategory {
    case .letterNumber, .otherNumber, .control, .format, .surrogate, .privateUse, .unassigned: return false
    default: return true
    }
  }

  /// A character as a browser reads it, whatever Jira makes of the text.
  static func entity(_ scalar: Unicode.Scalar) -> String { "&#\(scalar.value);" }

  /// Whether an ampersand at this place begins an entity, which Jira passes on as it is.
  static func isEntity(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes.dropFirst()
    if rest.first == UInt8(ascii: "#") { rest.removeFirst() }
    let name = rest.prefix { isASCIIWord($0) }
    return !name.isEmpty && rest.dropFirst(name.count).first == UInt8(ascii: ";")
  }

  /// Whether it is a letter or a digit of ASCII.
  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(ASCII.lowercased(byte))
  }

  /// Whether Jira takes it for a part of an address.
  static func isAddress(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || "-_.!~*';/?:@#&=%+$,[]()\\".utf8.contains(byte)
  }

  /// The beginnings of the addresses that Jira follows.
  private static let schemes = [
    "http://", "https://", "ftp://", "ftps://", "mailto:", "nntp://", "news://", "irc://",
  ].map { Array($0.utf8) }

  /// Whether Jira follows an address; of others it shows the markup of their links.
  static func follows(_ address: String) -> Bool {
    let begin = address.utf8.prefix(8).map(ASCII.lowercased)
    return schemes.contains { begin.starts(with: $0) }
  }

  /// An address as it stands in a link: what would end it or mean something else there, as RFC 3986 has it.
  static func written(_ address: String) -> [UInt8] {
    let bytes = Array(address.utf8)
    var output: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "|"): output += "%7C".utf8
      case UInt8(ascii: "["): output += "%5B".utf8
      case UInt8(ascii: "]"): output += "%5D".utf8
      case UInt8(ascii: "{"): output += "%7B".utf8
      case UInt8(ascii: "}"): output += "%7D".utf8
      case UInt8(ascii: "^"): output += "%5E".utf8
      case UInt8(ascii: "!"): output += "%21".utf8
      case UInt8(ascii: "&"): output += isEntity(bytes[place...]) ? Array("&amp;".utf8) : [byte]
      default: output.append(byte)
      }
    }
    return output
  }
}

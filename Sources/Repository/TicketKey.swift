/// The key of a ticket, as trackers write it: "RILL-142".
public struct TicketKey: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the dash: "RILL".
  public let project: String

  /// The number behind it.
  public let number: Int

  /// As trackers write it.
  public var description: String { "\(project)-\(number)" }

  /// The key that a word is: capitals, digits and underscores, a dash, and a number of up to seven digits.
  ///
  /// - Returns: nil for any other word, and for names of standards that have the shape of a key: "UTF-8".
  public init?(_ word: some StringProtocol) {
    var line = LineReader(word)
    guard let key = Self(startOf: &line), line.isAtEnd else { return nil }
    self = key
  }

  /// The keys with which parts of a branch's name begin: "feature/RILL-142-fix-stream", "ada/RILL-142".
  public static func keys(inBranch name: String) -> [TicketKey] {
    name.split(separator: "/").compactMap { part in
      var line = LineReader(part)
      guard let key = TicketKey(startOf: &line), line.isAtEnd || line.skip("-") || line.skip("_") else {
        return nil
      }
      return key
    }
  }

  /// Reads a key and leaves what is behind it.
  private init?(startOf line: inout LineReader) {
    guard let project = line.take(upTo: "-"), project.utf8.count >= 2, !Self.standards.contains(project),
      project.utf8.first.map(Self.isCapital) == true,
      project.utf8.allSatisfy({ Self.isCapital($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") }),
      let digits = line.takeNumber(), digits.utf8.count <= 7, let number = Int(digits)
    else { return nil }
    self.project = project
    self.number = number
  }

  /// Whether a byte stands in words; one of many that make a letter does.
  static func isInWord(_ byte: UInt8) -> Bool {
    isCapital(byte & ~0x20) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Words with the shape of a project's that are none.
  private static let standards: Set<String> = [
    "UTF", "ISO", "SHA", "RFC", "CVE", "CWE", "IEEE", "ASCII", "UTC", "GMT", "MD", "AES", "RSA", "HTTP",
    "TLS",
    "IPV", "PEP", "JSR", "ECMA", "BASE",
  ]
}

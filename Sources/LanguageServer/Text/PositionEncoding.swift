/// In what a client counts the characters of a line.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#positionEncodingKind
enum PositionEncoding: String, Sendable, CaseIterable {
  /// In bytes.
  case utf8 = "utf-8"

  /// In units of UTF-16, as all clients can.
  case utf16 = "utf-16"

  /// In Unicode scalars.
  case utf32 = "utf-32"

  /// The one that costs least among those that a client offers.
  init(offered: [String]) {
    self = [.utf8, .utf16, .utf32].first { offered.contains($0.rawValue) } ?? .utf16
  }

  /// How many units a scalar takes that begins with this byte; none where the byte goes on with one.
  func units(of byte: UInt8) -> Int {
    let goesOn = byte & 0xC0 == 0x80
    switch self {
    case .utf8: return 1
    case .utf16: return goesOn ? 0 : byte >= 0xF0 ? 2 : 1
    case .utf32: return goesOn ? 0 : 1
    }
  }
}

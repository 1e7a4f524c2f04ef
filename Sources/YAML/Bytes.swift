/// The signs that scanning looks for.
extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let dash = UInt8(ascii: "-")
  static let hash = UInt8(ascii: "#")

  /// Whether it is a space or tab.
  var isBlank: Bool { self == .space || self == .tab }
}

/// The bytes of one run, in parts: a text, and what is done with it.
public struct FuzzInput: Sendable {
  /// What parts them, a control character that none of our formats holds: RECORD SEPARATOR.
  public static let separator: UInt8 = 0x1E

  /// The parts; there is always a first one.
  public let parts: [[UInt8]]

  /// Parts the bytes of a run or of a seed.
  public init(_ bytes: [UInt8]) {
    parts = bytes.split(separator: Self.separator, omittingEmptySubsequences: false).map(Array.init)
  }

  /// The first part.
  public var text: [UInt8] { parts[0] }

  /// A part as text, or what stands for it where there is none.
  func string(_ index: Int, or other: String = "") -> String {
    parts.indices.contains(index) ? String(decoding: parts[index], as: UTF8.self) : other
  }
}

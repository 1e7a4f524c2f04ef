/// A path inside a tree of git: bytes, parts separated by slashes, relative to the root.
public struct TreePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The bytes that git keeps; they need not be UTF-8.
  public let bytes: [UInt8]

  /// A path of these bytes.
  public init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
  }

  /// A path of this text.
  public init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text; bytes that are no UTF-8 are replaced.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the bytes are UTF-8: other paths cannot be named to a program.
  public var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// The path as text on one line: with quotes, backslashes or control characters in it, as git quotes it.
  public var line: String { String(decoding: QuotedPath.write(bytes), as: UTF8.self) }

  /// The parts between the slashes, as text.
  public var parts: [String] {
    bytes.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The last part.
  public var name: String { parts.last ?? "" }

  /// The order of git: by bytes.
  public static func < (first: TreePath, second: TreePath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }
}

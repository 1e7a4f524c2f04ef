/// Something that a room promises and did not keep.
public struct BrokenPromise: Error, CustomStringConvertible {
  /// The promise, and what came instead.
  public let description: String

  /// Says what is broken.
  public init(_ description: String) {
    self.description = description
  }
}

/// Throws where a promise is not kept.
func promise(_ isKept: Bool, _ words: @autoclosure () -> String) throws {
  if !isKept { throw BrokenPromise(words()) }
}

/// Bytes as they can be shown on a line.
func shown(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes), as: UTF8.self).debugDescription
}

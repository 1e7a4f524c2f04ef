import CCurl

/// A token or a password: it cannot be printed, and its bytes are wiped when nobody holds it any more.
///
/// From the first one on, or from `expect()`, no core file is written of this process.
public final class Secret: Sendable {
  /// Written at the beginning and at the end only.
  private nonisolated(unsafe) let storage: UnsafeMutableBufferPointer<UInt8>

  /// A secret of these bytes, which are wiped where they came from.
  public init(wiping bytes: inout [UInt8]) {
    _ = Self.hidesMemory
    storage = .allocate(capacity: bytes.count + 1)
    storage.initialize(repeating: 0)
    _ = storage.update(from: bytes)
    bytes.withUnsafeMutableBytes { ccurl_wipe($0.baseAddress, $0.count) }
    bytes = []
  }

  /// A secret of a text: of one that the environment holds in the clear anyway.
  public convenience init(_ text: String) {
    var bytes = Array(text.utf8)
    self.init(wiping: &bytes)
  }

  deinit {
    ccurl_wipe(storage.baseAddress, storage.count)
    storage.deallocate()
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { storage.count == 1 }

  /// Whether it is signs of ASCII without blanks: all that a header takes.
  public var isPrintable: Bool { withBytes { $0.allSatisfy { (0x21...0x7E).contains($0) } } }

  /// Its bytes.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(rebasing: storage.dropLast()))
  }

  /// What it holds, as a text that can be seen: for the one who stores it.
  public var revealed: String { withBytes { String(decoding: $0, as: UTF8.self) } }

  /// A text without what it holds: servers repeat what they were sent, whole or only its beginning.
  ///
  /// From the eighth sign on the beginning of a secret tells of it.
  public func masked(in text: String) -> String {
    withBytes { secret in
      let least = min(Self.leastPart, secret.count)
      guard least > 0 else { return text }
      let bytes = Array(text.utf8)
      var output: [UInt8] = []
      var place = 0
      while place < bytes.count {
        let count = zip(bytes[place...], secret).prefix { $0 == $1 }.count
        output += count >= least ? Array(description.utf8) : [bytes[place]]
        place += count >= least ? count : 1
      }
      return String(decoding: output, as: UTF8.self)
    }
  }

  private static let leastPart = 8

  /// Its bytes with a NUL behind them.
  func withText<Result>(_ body: (UnsafePointer<CChar>?) -> Result) -> Result {
    storage.withMemoryRebound(to: CChar.self) { body($0.baseAddress.map { UnsafePointer($0) }) }
  }

  private static let hidesMemory: Void = ccurl_hide_memory()

  /// Says that bytes are about to be read in which a secret may be.
  public static func expect() { _ = hidesMemory }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never what it holds.
  public var description: String { "(secret)" }

  /// Never what it holds.
  public var debugDescription: String { description }

  /// Has no children: `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: Equatable {
  /// Whether both hold the same bytes; how long it takes tells only whether they are equally long.
  public static func == (left: Secret, right: Secret) -> Bool {
    guard left.storage.count == right.storage.count else { return false }
    return zip(left.storage, right.storage).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

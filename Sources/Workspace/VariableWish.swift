/// A variable that the user named for a command: to be set, or only to be recorded.
struct VariableWish {
  /// Its name.
  let name: String

  /// Its value; nil where the user's own is to be recorded.
  let value: String?

  /// Reads `NAME` or `NAME=VALUE`.
  ///
  /// - Throws: `UsageError` where the text names no variable.
  init(_ text: String) throws(UsageError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let isName = name.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "_") || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }
    guard isName, !name.isEmpty else { throw .notAVariable(text) }
    self.name = name
    value = parts.count == 2 ? String(parts[1]) : nil
  }
}

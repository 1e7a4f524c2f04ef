/// The signs of quotations that have been looked for in vain.
struct QuoteSigns: OptionSet {
  let rawValue: UInt8
  static let straight = QuoteSigns(rawValue: 1)
  static let curly = QuoteSigns(rawValue: 2)
  static let single = QuoteSigns(rawValue: 4)
}

/// A sign that may open a quotation.
enum QuoteSign {
  case straight, curly, single, curlySingle

  init?(at index: Int, in bytes: [UInt8]) {
    switch bytes[index] {
    case UInt8(ascii: "\""): self = .straight
    case UInt8(ascii: "'"): self = .single
    case 0xE2: self = bytes[index + 2] == 0x98 ? .curlySingle : .curly
    default: return nil
    }
  }

  var set: QuoteSigns {
    switch self {
    case .straight: .straight
    case .curly: .curly
    case .single, .curlySingle: .single
    }
  }

  /// How many bytes it has.
  var length: Int {
    self == .straight || self == .single ? 1 : 3
  }

  /// Whether only a short text is looked through for its end, since it is an apostrophe as well.
  var isBounded: Bool {
    self == .single || self == .curlySingle
  }

  /// Whether it stands where a quotation may begin.
  func opens(at index: Int, in bytes: [UInt8]) -> Bool {
    let next = index + length
    guard next < bytes.count, bytes[next] != 0x20 else { return false }
    guard self == .straight || self == .single, index > 0 else { return true }
    return !Tokenizer.isLetterOrDigit(bytes[index - 1])
  }

  /// Where the quotation ends, its closing sign included.
  func end(from start: Int, in bytes: [UInt8]) -> Int? {
    let limit = isBounded ? min(bytes.count, start + 160) : bytes.count
    var index = start
    while index < limit {
      switch self {
      case .straight, .single:
        if bytes[index] == (self == .straight ? UInt8(ascii: "\"") : UInt8(ascii: "'")),
          bytes[index - 1] != 0x20,
          index + 1 >= bytes.count || !Tokenizer.isLetterOrDigit(bytes[index + 1])
        {
          return index + 1
        }
      case .curly, .curlySingle:
        if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
          bytes[index + 2] == (self == .curly ? 0x9D : 0x99)
            || (self == .curly && bytes[index + 2] == 0x9C && index > start)
        {
          return index + 3
        }
      }
      index += 1
    }
    return nil
  }
}

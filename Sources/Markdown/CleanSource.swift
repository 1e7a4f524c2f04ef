/// The bytes the parser is given: valid UTF-8 without NULs, and the way back to the bytes they stand for.
struct CleanSource {
  /// What the parser reads.
  let bytes: [UInt8]

  /// Where `bytes` begin in the text they were taken from.
  let start: Int

  /// Behind each repaired place: the offset in `bytes`, and the offset it answers to, counted from `start`.
  private let repairs: [(clean: Int, original: Int)]

  /// Takes what stands in `text` from `start` on, without a byte order mark.
  init(text: [UInt8], from start: Int) {
    let rest = text[start...]
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let begin = rest.starts(with: mark) ? start + mark.count : start
    let body = text[begin...]
    self.start = begin
    let (least, most) = Self.bounds(of: body)
    guard least == 0 || (most >= 0x80 && !Self.isUTF8(body)) else {
      bytes = begin == 0 ? text : Array(body)
      repairs = []
      return
    }
    (bytes, repairs) = Self.repaired(body)
  }

  /// The least and the greatest byte.
  ///
  /// Without a way out of the loop it takes many bytes at a time.
  private static func bounds(of body: ArraySlice<UInt8>) -> (least: UInt8, most: UInt8) {
    body.withUnsafeBufferPointer { bytes in
      var (least, most) = (UInt8.max, UInt8.min)
      for byte in bytes {
        least = min(least, byte)
        most = max(most, byte)
      }
      return (least, most)
    }
  }

  /// Whether it is UTF-8: where every run of bytes beyond ASCII is, all of it is.
  private static func isUTF8(_ body: ArraySlice<UInt8>) -> Bool {
    body.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
          continue
        }
        let start = index
        while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
        guard start == index || String(validating: bytes[start..<index], as: UTF8.self) != nil else {
          return false
        }
        if start == index { index += 1 }
      }
      return true
    }
  }

  /// Whether offsets in `bytes` are offsets in the original text.
  var isOriginal: Bool {
    start == 0 && repairs.isEmpty
  }

  /// The offset in the original text of the offset `clean` in `bytes`.
  func original(_ clean: Int) -> Int {
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].clean <= clean {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return start + clean }
    return start + repairs[low - 1].original + (clean - repairs[low - 1].clean)
  }

  private static func repaired(
    _ body: ArraySlice<UInt8>
  ) -> (bytes: [UInt8], repairs: [(clean: Int, original: Int)]) {
    let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count)
    var repairs: [(clean: Int, original: Int)] = []
    var original = 0
    var parser = Unicode.UTF8.ForwardParser()
    var input = body.makeIterator()
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let scalar) where scalar.first != 0:
        bytes.append(contentsOf: scalar)
        original += scalar.count
      case .valid(let scalar):
        bytes.append(contentsOf: replacement)
        original += scalar.count
        repairs.append((bytes.count, original))
      case .error(let length):
        bytes.append(contentsOf: replacement)
        original += length
        repairs.append((bytes.count, original))
      case .emptyInput:
        return (bytes, repairs)
      }
    }
  }
}

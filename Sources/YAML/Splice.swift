/// New bytes for old ones.
struct Splice {
  let range: Range<Int>
  let text: [UInt8]

  /// The text with all its splices made; nil if two of them want the same bytes.
  static func applying(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var offset = 0
    for splice in splices {
      guard splice.range.lowerBound >= offset else { return nil }
      text += bytes[offset..<splice.range.lowerBound] + splice.text
      offset = splice.range.upperBound
    }
    return text + bytes[offset...]
  }
}

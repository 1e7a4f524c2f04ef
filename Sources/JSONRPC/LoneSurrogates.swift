/// Halves of characters, such as `\ud83d` without the `\ude00` behind it: JavaScript sends them for texts that it cut.
enum LoneSurrogates {
  /// The same JSON with U+FFFD in the place of each.
  static func replaced(in json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var place = 0
    while place < json.count {
      guard json[place] == UInt8(ascii: "\\"), place + 1 < json.count else {
        result.append(json[place])
        place += 1
        continue
      }
      guard let unit = unit(in: json, at: place) else {
        result += json[place..<place + 2]
        place += 2
        continue
      }
      let isPair =
        (0xD800..<0xDC00).contains(unit)
        && Self.unit(in: json, at: place + 6).map { (0xDC00..<0xE000).contains($0) } == true
      let isWhole = isPair || !(0xD800..<0xE000).contains(unit)
      let length = isPair ? 12 : 6
      result += isWhole ? Array(json[place..<place + length]) : Array(#"\ufffd"#.utf8)
      place += length
    }
    return result
  }

  /// The number of an escape `\uXXXX` that begins there; nil where none does.
  private static func unit(in json: [UInt8], at place: Int) -> UInt16? {
    guard place + 6 <= json.count, json[place] == UInt8(ascii: "\\"), json[place + 1] == UInt8(ascii: "u")
    else { return nil }
    return String(validating: json[place + 2..<place + 6], as: UTF8.self).flatMap { UInt16($0, radix: 16) }
  }
}

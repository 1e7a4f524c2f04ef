/// What stands between quotation marks.
public enum Quotation {
  private static let marks = [("“", "”"), ("\"", "\""), ("«", "»"), ("„", "“")].map(pair)

  /// Code in a line of prose, as Markdown marks it.
  private static let code = [("`", "`")].map(pair)

  private static func pair(_ marks: (String, String)) -> (begin: [UInt8], end: [UInt8]) {
    (Array(marks.0.utf8), Array(marks.1.utf8))
  }

  /// The text with each quotation a space; a mark that is never answered is none.
  ///
  /// - Parameter alsoCode: whether what stands between backticks is taken for a quotation, too.
  public static func removed(from text: [UInt8], alsoCode: Bool = false) -> [UInt8] {
    let marks = Self.marks + (alsoCode ? code : [])
    var result: [UInt8] = []
    var place = 0
    // Where a closing mark was not found once, none stands further on.
    var unanswered: Set<Int> = []
    while place < text.count {
      let byte = text[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") || byte >= 0xC2,
        let kind = marks.firstIndex(where: { text[place...].starts(with: $0.begin) }),
        !unanswered.contains(kind)
      {
        if let end = end(of: marks[kind].end, in: text, from: place + marks[kind].begin.count) {
          result.append(0x20)
          place = end
          continue
        }
        unanswered.insert(kind)
      }
      result.append(byte)
      place += 1
    }
    return result
  }

  /// Whether something is quoted in it.
  public static func isIn(_ text: [UInt8]) -> Bool { removed(from: text).count != text.count }

  /// The place behind the next such mark.
  private static func end(of mark: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    var place = start
    while let next = text[place...].firstIndex(of: mark[0]) {
      if text[next...].starts(with: mark) { return next + mark.count }
      place = next + 1
    }
    return nil
  }
}

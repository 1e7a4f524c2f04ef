/// Where a text under a `|` or `>` begins and ends.
enum BlockScalar {
  /// The bytes from the header to the end of the last line that belongs to the text.
  ///
  /// libyaml counts all blank lines below to it, though they are layout unless the header says to keep them.
  static func range(text: String, reported: Range<Int>, in source: SourceText) -> Range<Int> {
    let start = reported.lowerBound
    let headerEnd = source.lineEnd(start)
    var end = max(reported.upperBound, headerEnd)
    if end > headerEnd, source.bytes[end - 1] == .lineFeed { end = source.lineEnd(source.lineStart(end - 1)) }
    if source.bytes[header(at: start, in: source)].contains(UInt8(ascii: "+")) { return start..<end }
    // A last line of spaces is text if the text ends with it.
    let body = text.utf8.reversed().drop { $0 == .lineFeed }
    let endsInBlankLine = body.first?.isBlank == true && body.prefix { $0 != .lineFeed }.allSatisfy(\.isBlank)
    while end > headerEnd {
      let line = source.bytes[source.lineStart(end)..<end]
      guard endsInBlankLine ? line.isEmpty : line.allSatisfy(\.isBlank) else { break }
      end = source.lineEnd(source.lineStart(source.lineStart(end) - 1))
    }
    return start..<end
  }

  /// The sign with its indicators, as in `|2-`.
  static func header(at start: Int, in source: SourceText) -> Range<Int> {
    let indicators = "+-123456789".utf8
    return
      start..<(source.bytes[(start + 1)...].firstIndex { !indicators.contains($0) } ?? source.bytes.count)
  }
}

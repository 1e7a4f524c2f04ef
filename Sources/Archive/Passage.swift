import Markdown
import Record

/// The line of a record that says most of what was asked for.
public struct Passage: Sendable, Equatable {
  /// The heading of its section; nil above the first one.
  public var section: String?

  /// The number of the line, from 1.
  public var line: Int

  /// What the line says, shortened around what was asked for.
  public var text: String

  /// The longest that is shown, in bytes.
  private static let longest = 240

  /// Nil where no line of that section has any of the words.
  init?(of items: [(item: Query.Item, telling: Double)], in text: [UInt8], section kind: SectionKind?) {
    let record = RecordDocument(
      text.count > ArchivedRecord.longest ? Array(text.prefix(ArchivedRecord.longest)) : text)
    let lines = LineIndex(record.text)
    var best: (score: Double, line: Range<Int>, place: Int, section: String?)?
    func look(at range: Range<Int>, of section: RecordSection?, weight: Double) {
      for line in Self.lines(of: record.text, in: range) {
        let words = Words.split(record.text[line])
        var score = 0.0
        var place = line.upperBound
        for (item, telling) in items {
          guard let range = Query.range(of: item, in: words) else { continue }
          score += telling
          place = min(place, range.lowerBound)
        }
        if score > 0, score * weight > best?.score ?? 0 {
          best = (score * weight, line, place, section?.heading)
        }
      }
    }
    for section in record.sections where kind == nil || section.kind == kind {
      look(at: section.bodyRange, of: section, weight: section.kind == .evidence ? 0.3 : 1)
    }
    // A title says less than a line of a section, and what stands above it the least.
    if kind == nil {
      look(at: record.preamble, of: nil, weight: 0.5)
      if let place = record.frontMatter?.content { look(at: place, of: nil, weight: 0.1) }
    }
    guard let best else { return nil }
    section = best.section
    line = lines.lineNumber(of: best.line.lowerBound)
    self.text = Self.excerpt(record.text[best.line], around: best.place)
  }

  private static func lines(of text: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    text[range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map(\.indices)
  }

  /// The line without blanks around it; of a long one what is near the place.
  private static func excerpt(_ line: ArraySlice<UInt8>, around place: Int) -> String {
    var start = line.startIndex
    if line.count > longest, place - start > longest / 3 {
      start = place - longest / 3
      // A word is not cut.
      start = line[start..<place].firstIndex(of: 0x20).map { $0 + 1 } ?? place
    }
    var end = min(line.endIndex, start + longest)
    if end < line.endIndex, let blank = line[start..<end].lastIndex(of: 0x20), blank > place { end = blank }
    // Nor is a character.
    while end < line.endIndex, end > start, line[end] & 0xC0 == 0x80 { end -= 1 }
    var part = line[start..<end]
    while part.first.map({ $0 <= 0x20 }) == true { part = part.dropFirst() }
    while part.last.map({ $0 <= 0x20 }) == true { part = part.dropLast() }
    return (start > line.startIndex ? "…" : "") + String(decoding: part, as: UTF8.self)
      + (end < line.endIndex ? "…" : "")
  }
}

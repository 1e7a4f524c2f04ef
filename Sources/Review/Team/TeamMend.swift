import Record
import Tone

/// Whether a replacement can take the place of words without a person's look.
struct TeamMend {
  let rule: TeamRule
  let record: RecordDocument

  /// The change; nil where a person has to make it.
  ///
  /// The team answers for the replacement, no markup is among the words, none comes with the replacement, and the rule has
  /// nothing to say of what stands there then: else mending would not end.
  func mend(_ place: TeamFinder.Place, at source: Range<Int>, in block: ProseBlock) -> Mend? {
    guard rule.mends, place.isExact, let replacement = place.replacement, !replacement.isEmpty,
      block.isPlain(place.range, at: source), !replacement.utf8.contains(where: Self.isMarkup),
      !block.bytes[place.range].contains(where: Self.isMarkup),
      !startsLine(source) || replacement.first?.isLetter == true,
      case .terms(let search) = rule.finder
    else { return nil }
    var bytes = block.bytes
    bytes.replaceSubrange(place.range, with: replacement.utf8)
    let mended = place.range.lowerBound..<place.range.lowerBound + replacement.utf8.count
    guard let again = try? search.places(in: bytes, within: 0..<bytes.count),
      !again.contains(where: { $0.range.overlaps(mended) })
    else { return nil }
    return Mend(range: source, bytes: Array(replacement.utf8))
  }

  /// What may be a sign of Markdown, or begin or end a quotation.
  private static func isMarkup(_ byte: UInt8) -> Bool {
    #"`*_~<>[]\|#&!""#.utf8.contains(byte) || byte < 0x20 || byte == 0xE2 || byte == 0xC2
  }

  /// Whether only white space stands before it in its line, where a digit or a dash may begin a list.
  private func startsLine(_ source: Range<Int>) -> Bool {
    let before = record.text[..<source.lowerBound].last { $0 != 0x20 && $0 != 0x09 }
    return before == nil || before == 0x0A || before == 0x0D
  }
}

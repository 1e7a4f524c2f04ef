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
  ///
  /// - Parameter part: of the block, in which the rule looked.
  func mend(
    _ place: TeamFinder.Place, at source: Range<Int>, in block: ProseBlock, within part: Range<Int>
  ) -> Mend? {
    guard rule.mends, place.isExact, let replacement = place.replacement, !replacement.isEmpty,
      block.isPlain(place.range, at: source), !replacement.utf8.contains(where: Self.isMarkup),
      !block.bytes[place.range].contains(where: Self.isMarkup),
      !startsLine(source) || replacement.first?.isLetter == true,
      case .terms(let search) = rule.finder
    else { return nil }
    let around = Self.surroundings(of: place.range, within: part, of: block.bytes)
    let before = block.bytes[around.lowerBound..<place.range.lowerBound]
    let bytes = before + replacement.utf8 + block.bytes[place.range.upperBound..<around.upperBound]
    let mended = before.count..<before.count + replacement.utf8.count
    guard let again = try? search.places(in: Array(bytes), within: 0..<bytes.count),
      !again.contains(where: { $0.range.overlaps(mended) })
    else { return nil }
    return Mend(range: source, bytes: Array(replacement.utf8))
  }

  /// How far around a place the rule looks again, on either side.
  private static let reach = 500

  /// What stands around a place, parted at spaces: all of the part, or where that is long so much that a text of many
  /// places does not take the square of its time.
  private static func surroundings(
    of place: Range<Int>, within part: Range<Int>, of bytes: [UInt8]
  ) -> Range<Int> {
    var (start, end) = (part.lowerBound, part.upperBound)
    if place.lowerBound - start > reach {
      start =
        bytes[(place.lowerBound - reach)..<place.lowerBound].firstIndex(of: 0x20) ?? place.lowerBound - reach
    }
    if end - place.upperBound > reach {
      end =
        bytes[place.upperBound..<(place.upperBound + reach)].lastIndex(of: 0x20) ?? place.upperBound + reach
    }
    return start..<end
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

/// Where a line may break without white space, after the classes ID, CL, NS and OP of Unicode's line breaking (UAX #14).
enum LineBreak {
  /// Whether a line may end behind `first` and go on with `second`, neither of them white space.
  ///
  /// Only beside a letter of Chinese or Japanese; Korean words are kept together, as its readers expect.
  static func isAllowed(between first: Character, and second: Character) -> Bool {
    guard first.isIdeographic || second.isIdeographic else { return false }
    return !openers.contains(first) && !followers.contains(second)
  }

  /// What never ends a line.
  private static let openers = Set("([{<\"'`$#@「『（［｛〈《【〔“‘￥＄")

  /// What never begins a line.
  private static let followers = Set(
    ")]}>\"'`,.:;!?%~/…、。，．・：；？！゛゜ヽヾゝゞ々ー〜～’”）］｝〉》」』】〕％"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ")
}

extension Character {
  fileprivate var isIdeographic: Bool {
    guard let value = unicodeScalars.first?.value, value >= 0x2E80 else { return false }
    return Self.ideographicRanges.contains { $0.contains(value) }
  }

  private static let ideographicRanges: [ClosedRange<UInt32>] = [
    0x2E80...0x30FF, 0x31F0...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD,
  ]
}

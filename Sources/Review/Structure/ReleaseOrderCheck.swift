import Markdown
import Patterns
import Record

/// Releases in an order that cannot be.
enum ReleaseOrderCheck: StructureCheck {
  static let rule = ReviewRule(
    "release-order", .structure, .warning, "a bug that came in a later release than its fix",
    reason: """
      One of both releases is wrong, or the fix was carried back to an older line, which is then worth a word: a reader \
      upgrades by it.
      """,
    bad: [
      .init(.summary, "Copying loses files; introduced in 1.4, fixed in 1.3.9. (A-1, #12, Ann Bell)"),
      .init(.fix, "It was introduced in v2.10.0 and is fixed in v2.9.1, so the name is kept."),
    ],
    good: [
      .init(.summary, "Copying loses files; introduced in 1.3.9, fixed in 1.4. (A-1, #12, Ann Bell)"),
      .init(
        .fix, "It was introduced in v2.10.0, fixed in v2.10.3 and backported to v2.9.1, so the name is kept."),
    ])

  private static let version =
    #"\s+(?:in|with|by|since)\s+(?:(?:release|version)\s+)?v?(\d+(?:\.\d+){1,3})(?![\w.]*[\w])(?!\s*(?:%|percent\b|[mun]?s\b|sec|min|hours?\b|days?\b|of\b))"#

  private static let began = try? Pattern(
    #"\b(?:introduced|began|begun|regressed|appeared|broke|broken|came)"# + version, options: .ignoresCase)
  private static let ended = try? Pattern(
    #"\b(?:fixed|mended|corrected|repaired|resolved)"# + version, options: .ignoresCase)

  /// Words that tell of several lines of releases.
  private static let lines = WordList([
    "backport", "backports", "backported", "backporting", "back ported", "cherry picked", "cherry pick",
    "carried back", "release branch", "release branches", "stable branch", "stable branches", "both lines",
    "reverted",
    "lts", "reintroduced", "introduced again",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    let sections = reading.record.sections.filter { [.summary, .rootCause, .fix].contains($0.kind) }
    let texts = sections.map { (section: $0, text: Array($0.text.utf8)) }
    guard !texts.contains(where: { lines.first(in: $0.text) != nil }) else { return [] }
    let starts = texts.flatMap { versions(began, in: $0) }
    let ends = texts.flatMap { versions(ended, in: $0) }
    // Several of them tell of several lines, or of earlier attempts.
    guard let start = starts.first, let end = ends.first, Set(starts.map(\.words)).count == 1,
      Set(ends.map(\.words)).count == 1, isLater(start.words, than: end.words),
      let range = place(of: start.words, in: start.section, of: reading)
    else { return [] }
    return [
      Finding(
        rule, range,
        "A bug that came in \(start.words) cannot be fixed in \(end.words): one of both is another, or the fix was "
          + "backported, which is to be said.")
    ]
  }

  private static func versions(
    _ pattern: Pattern?, in place: (section: RecordSection, text: [UInt8])
  ) -> [(words: String, section: RecordSection)] {
    let (section, text) = place
    guard let found = try? pattern?.matches(in: text, within: 0..<text.count) else { return [] }
    return found.compactMap { match in
      match.groups[0].map { (String(decoding: text[$0], as: UTF8.self), section) }
    }
  }

  private static func isLater(_ first: String, than second: String) -> Bool {
    let parts = { (text: String) in text.split(separator: ".").compactMap { Int($0) } }
    var (first, second) = (parts(first), parts(second))
    while first.count < second.count { first.append(0) }
    while second.count < first.count { second.append(0) }
    return second.lexicographicallyPrecedes(first)
  }

  private static func place(of words: String, in section: RecordSection, of reading: RecordReading) -> Range<
    Int
  >? {
    let start = section.bodyRange.lowerBound
    return reading.record.text[section.bodyRange].place(of: words.utf8).map { $0..<$0 + words.utf8.count }
      ?? reading.trimmed(start..<section.bodyRange.upperBound)
  }
}

import Markdown
import Record
import YAML

/// What a record claims outside of its prose: the order of its commits, and how many facts are behind it.
enum FrontMatterClaims {
  /// The commits that have to come before the fix; front matter that cannot be read is a finding of another rule.
  static func order(in record: RecordDocument) -> [Claim] {
    guard let root = try? record.readFrontMatter(), let place = record.frontMatter?.content else { return [] }
    return ["introduced_by", "exposed_by"].compactMap { key in
      guard let node = root[key], let text = node.text, !text.isEmpty else { return nil }
      let start = place.lowerBound + node.range.lowerBound
      return Claim(kind: .order, text: text, range: start..<start + node.range.count, section: nil)
    }
  }

  /// The counts in the last line of the evidence part; nil where there is none.
  static func evidence(in record: RecordDocument) -> Claim? {
    guard let section = record.section(.evidence),
      let start = record.text[section.bodyRange].place(of: EvidenceCounts.lineBeginning.utf8)
    else { return nil }
    let counts = record.text[(start + EvidenceCounts.lineBeginning.utf8.count)..<section.bodyRange.upperBound]
      .prefix { $0 != 0x0A && $0 != UInt8(ascii: ".") }
    let text = String(decoding: counts, as: UTF8.self)
    guard EvidenceCounts(text) != nil else { return nil }
    return Claim(kind: .evidence, text: text, range: counts.startIndex..<counts.endIndex, section: .evidence)
  }
}

import Record
import Testing
import Tone

/// What a rule finds in a text: the words of each finding.
func words(of rule: ToneRule, in text: String, names: [String] = []) -> [String] {
  let bytes = Array(text.utf8)
  return ToneReader(names: names).findings(in: RecordDocument(bytes))
    .filter { $0.rule == rule }
    .map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

/// The same of a text that stands in a section of a record.
func words(of rule: ToneRule, in text: String, section: String) -> [String] {
  words(of: rule, in: "# KEY-1\n\n## \(section)\n\n\(text)\n")
}

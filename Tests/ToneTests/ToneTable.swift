import Record
import Testing
import Tone

/// Reads a text and gives the words that a rule finds in it.
func words(of rule: ToneRule, in text: String, names: [String] = []) -> [String] {
  let bytes = Array(text.utf8)
  return ToneReader(names: names).findings(in: RecordDocument(bytes))
    .filter { $0.rule == rule }
    .map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

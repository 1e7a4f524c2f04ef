import Record
import YAML

/// What a record is about, as its front matter says.
struct RecordSubject: Hashable {
  /// The key of its case; nil where none is named.
  var key: String?

  /// The commits of the fix.
  var fix: [String]

  /// The commits that introduced or exposed the bug.
  var others: [String]

  /// What cannot be read is a finding of a rule; here it names nothing.
  init(of record: RecordDocument) {
    let named = try? record.readFrontMatter()
    let key = named?["key"]?.text
    self.key = key?.isEmpty == false ? key : nil
    fix = named?["fix"].map { $0.elements?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
    others = ["introduced_by", "exposed_by"].compactMap { named?[$0]?.text }
  }
}

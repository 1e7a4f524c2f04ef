import YAML

/// What a record is about, as its front matter says.
public struct RecordSubject: Sendable, Hashable {
  /// The key of its case; nil where none is named.
  public var key: String?

  /// Its title; nil where none is named.
  public var title: String?

  /// The day of the fix, or else of the draft, as it is written; nil where none is named.
  public var date: String?

  /// The commits of the fix.
  public var fix: [String]

  /// The commits that introduced or exposed the bug.
  public var others: [String]

  /// What cannot be read is a finding of a rule; here it names nothing.
  public init(of record: RecordDocument) {
    let named = try? record.readFrontMatter()
    let text = { (key: String) in named?[key]?.text.flatMap { $0.isEmpty ? nil : $0 } }
    key = text("key")
    title = text("title")
    date = text("fixed") ?? text("drafted")
    fix = named?["fix"].map { $0.elements?.compactMap(\.text) ?? [$0.text ?? ""] } ?? []
    others = ["introduced_by", "exposed_by"].compactMap { named?[$0]?.text }
  }
}

import Markdown
import Record

/// A record as the index takes it in.
struct ArchivedRecord {
  /// The key; the name of its file where the record names none.
  var key: String

  /// Its title, without the key before it.
  var title: String

  /// The day of the fix, or else of the draft; empty where none is named.
  var date: String

  /// The words of key and title.
  var titleWords: String

  /// Names of the code, whole.
  var names: String

  /// All words.
  var words: String

  /// The commits of the fix.
  var fix: [String]

  /// What it names.
  var things: [NamedThing]

  /// Of a longer text only the beginning is looked at.
  static let longest = 8 << 20

  /// Nil where the text has no section of a record: it is a page of another kind.
  init?(_ text: [UInt8], file: String) {
    let record = RecordDocument(text.count > Self.longest ? Array(text.prefix(Self.longest)) : text)
    guard record.sections.contains(where: { $0.kind != nil }) else { return nil }
    let subject = RecordSubject(of: record)
    let name = file.split(separator: "/").last.map { String($0.dropLast(".md".count)) } ?? file
    key = subject.key ?? name
    var title = record.title?.text ?? subject.title ?? ""
    if title.hasPrefix("\(key): ") { title = String(title.dropFirst(key.count + 2)) }
    self.title = title
    date = subject.date ?? ""
    fix = subject.fix
    titleWords = Self.terms(of: Array("\(key) \(title)".utf8)).terms
    (words, names) = Self.terms(of: record.text)
    things = NamedThings(of: record, fix: subject.fix).things
  }

  private static func terms(of text: [UInt8]) -> (terms: String, names: String) {
    var terms = ""
    var names = ""
    Words.each(of: text[...]) { word in
      for term in word.terms {
        terms += term
        terms += " "
      }
      if let name = word.name {
        names += name
        names += " "
      }
    }
    return (terms, names)
  }
}

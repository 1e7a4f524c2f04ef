/// What can be read: `postmortem://records/RILL-142` and the like.
///
/// An address is never a path: it names a kind and a key, and the key is one of the cases that are there.
enum ResourceAddress: Equatable {
  /// Lists of cases, and what fields a case has.
  case records, cases, fields

  /// The record of a case, its facts, its ledger.
  case record(String)
  case facts(String)
  case ledger(String)

  private static let scheme = "postmortem://"

  /// nil where the text addresses nothing here.
  init?(_ text: String) {
    guard text.hasPrefix(Self.scheme) else { return nil }
    let parts = text.dropFirst(Self.scheme.count).split(separator: "/", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("records", 1): self = .records
    case ("cases", 1): self = .cases
    case ("fields", 1): self = .fields
    case ("records", 2): self = .record(String(parts[1]))
    case ("cases", 2): self = .facts(String(parts[1]))
    case ("ledgers", 2): self = .ledger(String(parts[1]))
    default: return nil
    }
  }

  /// As a text.
  var text: String {
    switch self {
    case .records: "\(Self.scheme)records"
    case .cases: "\(Self.scheme)cases"
    case .fields: "\(Self.scheme)fields"
    case .record(let key): "\(Self.scheme)records/\(key)"
    case .facts(let key): "\(Self.scheme)cases/\(key)"
    case .ledger(let key): "\(Self.scheme)ledgers/\(key)"
    }
  }

  /// The kind of text that stands there.
  var mediaType: String {
    switch self {
    case .records, .cases, .ledger: "application/json"
    case .fields, .record: "text/markdown"
    case .facts: "application/yaml"
    }
  }

  /// The addresses with a place for a key.
  static let templates: [(template: String, name: String, description: String, mediaType: String)] = [
    (record("{key}").text, "record", "The record of a case.", record("").mediaType),
    (facts("{key}").text, "case", "The facts of a case, as case.yaml has them.", facts("").mediaType),
    (ledger("{key}").text, "ledger", "The breadcrumbs of a case.", ledger("").mediaType),
  ]
}

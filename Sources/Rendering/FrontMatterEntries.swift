import YAML

/// The entries of front matter as people read them: a name and a text each.
public enum FrontMatterEntries {
  /// The entries; nil where the lines cannot be read.
  public static func of(_ content: ArraySlice<UInt8>) -> [(name: String, text: String)]? {
    guard let document = try? YAMLDocument(text: Array(content), name: "front matter"),
      let entries = document.root.entries
    else { return nil }
    return entries.map { (name($0.name), text(of: $0.value.value)) }
  }

  /// `pull_request` is spelt for programs.
  private static func name(_ key: String) -> String { key.replacing("_", with: " ") }

  /// The value in one line.
  ///
  /// The limits of YAML keep what is nested shallow.
  private static func text(of value: YAMLValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .list(let values): values.map(text(of:)).joined(separator: ", ")
    case .map(let entries): entries.map { "\(name($0.key)) \(text(of: $0.value))" }.joined(separator: "; ")
    }
  }
}

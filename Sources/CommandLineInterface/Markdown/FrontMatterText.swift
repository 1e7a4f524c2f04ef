import Terminal
import YAML

/// The front matter of a record as a small table; where it cannot be read, its lines as they are.
struct FrontMatterText {
  private let content: ArraySlice<UInt8>
  private let width: Int

  init(_ content: ArraySlice<UInt8>, width: Int) {
    self.content = content
    self.width = width
  }

  var lines: [StyledText] {
    guard let document = try? YAMLDocument(text: Array(content), name: "front matter"),
      let entries = document.root.entries
    else { return FileText(content).lines.map { StyledText($0.expandingTabs(every: 8), .dim) } }
    let rows = entries.map { entry in
      Terminal.Table.Row(StyledText(Self.name(entry.name), .bold), Self.text(of: entry.value.value))
    }
    return Table(rows).lines(indent: 0, width: width)
  }

  /// `pull_request` is spelt for programs.
  private static func name(_ key: String) -> String {
    Sanitized(key.replacing("_", with: " "), limit: 40).description
  }

  /// The value in one line.
  ///
  /// The limits of YAML keep what is nested shallow.
  private static func text(of value: YAMLValue) -> String {
    switch value {
    case .null: ""
    case .text(let text): Sanitized(text, keeping: .newlinesAndTabs).description
    case .list(let values): values.map(text(of:)).joined(separator: ", ")
    case .map(let entries): entries.map { "\(name($0.key)) \(text(of: $0.value))" }.joined(separator: "; ")
    }
  }
}

/// Writes new documents: in the order given, with comments above keys, the same for the same values.
public enum YAMLWriter {
  /// The text of a whole document.
  ///
  /// A key of the root that has a comment gets a blank line above it.
  ///
  /// - Parameter heading: A comment at the top of the file.
  /// - Throws: `YAMLError` where the value cannot be a document: it is nested too deep, a key is longer than
  ///   YAML allows, a key comes twice, or all is too large.
  public static func text(of value: YAMLValue, heading: String? = nil) throws(YAMLError) -> String {
    var groups = heading.map { [ScalarWriting.comment($0)] } ?? []
    let renderer = Renderer()
    if case .map(let entries) = value, !entries.isEmpty {
      for entry in entries {
        let lines = renderer.lines(of: entry, column: 0)
        let isApart = entry.comment != nil || (groups.count == 1 && heading != nil)
        if isApart || groups.isEmpty { groups.append(lines) } else { groups[groups.count - 1] += lines }
      }
    } else {
      let rendering = renderer.rendering(of: value, in: .root, column: -1)
      groups.append((rendering.head.isEmpty ? [] : [rendering.head]) + rendering.body)
    }
    let text = joined(groups)
    let document = try YAMLDocument(text: text, name: "new document")
    guard document.root.value == value else { throw document.source.error(.cannotEdit(YAMLPath()), at: 0) }
    return text
  }

  /// Groups of lines with blank lines between them, unless one ends in blank lines that are its text's.
  private static func joined(_ groups: [[String]]) -> String {
    var text = ""
    for group in groups {
      if !text.isEmpty, !text.utf8.suffix(2).elementsEqual("\n\n".utf8) { text += "\n" }
      text += group.joined(separator: "\n") + "\n"
    }
    return text
  }
}

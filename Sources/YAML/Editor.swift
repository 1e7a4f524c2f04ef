/// Finds the few bytes of a text that a change must touch.
///
/// Splices are returned in the order of the text.
struct Editor {
  let document: YAMLDocument
  let renderer: Renderer

  var source: SourceText { document.source }

  /// The splices for a change; nil if there is nothing where it leads.
  func splices(for change: Change) -> [Splice]? {
    switch change {
    case .replace(let path, let value):
      return document.slot(at: path).map { replace($0, with: value) }
    case .insertEntry(let entry, let path, let key):
      return document.slot(at: path).map { insert(entry, into: $0, after: key) }
    case .insertElement(let element, let path, let index):
      return document.slot(at: path).map { insert(element, into: $0, at: index) }
    case .remove(let path):
      guard let step = path.steps.last else { return nil }
      return document.slot(at: YAMLPath(path.steps.dropLast())).map { remove(step, from: $0) }
    }
  }

  /// Lines, each after a line break.
  func below(_ lines: [String]) -> [UInt8] {
    lines.flatMap { source.lineEnding + Array($0.utf8) }
  }

  /// Lines with line breaks between them; the first goes on where something already stands.
  func from(_ column: Int, _ lines: [String]) -> [UInt8] {
    Array(below(lines).dropFirst(source.lineEnding.count + column))
  }

  /// A space where a comment follows at once: after quotes or a comma it may, after a plain text it would be text.
  func gap(before offset: Int) -> [UInt8] {
    offset < source.bytes.count && source.bytes[offset] == .hash ? [.space] : []
  }
}

import Markdown
import Record
import Storage

/// The headings of a record as an outline.
enum Symbol {
  private struct Heading {
    var level: Int
    var name: String
    var range: Range<Int>
    var line: Range<Int>
  }

  static func list(of reading: Reading) -> JSONTree {
    let headings = headings(of: reading)
    guard reading.client.takesNestedSymbols else {
      return .list(
        headings.map { heading in
          .object([
            "name": .text(heading.name), "kind": .whole(kind),
            "location": .object([
              "uri": .text(reading.document.address), "range": reading.positions.value(heading.range),
            ]),
          ])
        })
    }
    return .list(nested(headings[...], reading))
  }

  /// What servers for Markdown call a heading: a string.
  private static let kind: Int64 = 15

  /// Each heading with all up to the next one of its level or above.
  private static func headings(of reading: Reading) -> [Heading] {
    var headings: [Heading] = []
    for block in reading.record.markdown.root.children {
      guard let level = block.headingLevel, let place = block.range else { continue }
      let name = block.plainText
      let line = reading.positions.line(at: place.lowerBound)
      for index in headings.indices.reversed() where headings[index].range.isEmpty {
        if headings[index].level >= level {
          headings[index].range = headings[index].line.lowerBound..<line.lowerBound
        }
      }
      headings.append(
        Heading(
          level: level, name: name.isEmpty ? "#" : name, range: line.lowerBound..<line.lowerBound, line: line)
      )
    }
    for index in headings.indices where headings[index].range.isEmpty {
      headings[index].range = headings[index].line.lowerBound..<reading.document.text.count
    }
    return headings
  }

  private static func nested(_ headings: ArraySlice<Heading>, _ reading: Reading) -> [JSONTree] {
    var symbols: [JSONTree] = []
    var rest = headings
    while let heading = rest.popFirst() {
      let below = rest.prefix { $0.level > heading.level }
      rest = rest[below.endIndex...]
      symbols.append(
        .object([
          "name": .text(heading.name), "kind": .whole(kind),
          "range": reading.positions.value(heading.range),
          "selectionRange": reading.positions.value(heading.line),
          "children": .list(nested(below, reading)),
        ]))
    }
    return symbols
  }
}

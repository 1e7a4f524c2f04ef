import Markdown

/// The names by which links find the headings of a page, as GitHub makes them.
struct PageHeadings {
  /// The names, by the heading's place in reading order.
  private(set) var names: [Int: String] = [:]

  private var taken: Set<String> = []

  /// What the first heading of the highest level says; empty where there is none.
  private(set) var title = ""

  init(of document: MarkdownDocument) {
    var counts: [String: Int] = [:]
    var best = Int.max
    for index in 1..<max(1, document.nodeCount) {
      let node = document.node(at: index)
      guard let level = node.headingLevel else { continue }
      let text = node.plainText
      if level < best, text.contains(where: { !$0.isWhitespace }) { (best, title) = (level, text) }
      let base = Self.slug(text)
      var name = base
      while taken.contains(name) {
        let count = counts[base, default: 0] + 1
        counts[base] = count
        name = "\(base)-\(count)"
      }
      taken.insert(name)
      names[index] = name
    }
  }

  /// The name of the heading that an address like `#name` leads to; nil where there is no such.
  func name(of address: String) -> String? {
    guard address.utf8.first == UInt8(ascii: "#") else { return nil }
    let name = String(address.dropFirst())
    return taken.contains(name) ? name : nil
  }

  /// Letters, digits, `-` and `_` in lower case; blanks are hyphens.
  private static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .control: slug.append("-")
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .decimalNumber,
        .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark, .connectorPunctuation:
        slug.append(scalar)
      default: if scalar == "-" { slug.append(scalar) }
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }
}

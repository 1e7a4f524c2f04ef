import Storage

/// Breadcrumbs that were kept elsewhere: JSON lines as a ledger has them, or a list in Markdown.
public struct LedgerImport: Sendable, Equatable {
  /// One of them.
  struct Item: Sendable, Equatable {
    /// The number by which later ones refer to it, in the file.
    var number: Int?

    /// When it was made, where the file says so.
    var at: String?

    /// Who made it, where the file says so.
    var by: String?

    /// What it is; references are to numbers of the file.
    var content: LedgerEntry.Content
  }

  /// What is in the file, in its order.
  let items: [Item]

  /// Experiments that were made elsewhere, each with its moment where that is known.
  public init(_ experiments: [(at: String?, experiment: Experiment)]) {
    items = experiments.map { Item(at: $0.at, content: .experiment($0.experiment)) }
  }

  /// Reads a file: JSON lines if its first letter is a brace, else a Markdown list.
  ///
  /// In a list an item that begins with "Hypothesis:" is one, and every other is a note.
  ///
  /// - Throws: `LedgerImportError` where a line of JSON is no entry, or there is nothing.
  public init(_ bytes: [UInt8]) throws(LedgerImportError) {
    let lines = Self.lines(of: bytes)
    let first = lines.first { line in line.contains { $0 > 0x20 } }
    let isJSON = first?.first { $0 > 0x20 } == UInt8(ascii: "{")
    items = isJSON ? try Self.items(ofJSON: lines) : MarkdownList(lines).items.map(Self.item)
    if items.isEmpty { throw .nothing }
  }

  /// The lines of a text, without their ends and the mark that some editors begin a text with.
  static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
  }

  private static func item(ofMarkdown text: String) -> Item {
    let word = "hypothesis:"
    let rest = text.dropFirst(word.count).drop(while: \.isWhitespace)
    let isHypothesis = text.prefix(word.count).lowercased() == word && !rest.isEmpty
    return Item(content: isHypothesis ? .hypothesis(String(rest)) : .note(text))
  }

  private static func items(ofJSON lines: [ArraySlice<UInt8>]) throws(LedgerImportError) -> [Item] {
    var items: [Item] = []
    var hypotheses: Set<Int> = []
    var experiments: Set<Int> = []
    var numbers: Set<Int> = []
    for (place, bytes) in lines.enumerated() where bytes.contains(where: { $0 > 0x20 }) {
      let line = place + 1
      guard var item = try? JSONText.decode(Item.self, from: Array(bytes)) else {
        throw .notAnEntry(line: line)
      }
      if let number = item.number, !numbers.insert(number).inserted {
        throw .numberTwice(line: line, number)
      }
      _ = try item.content.referring(
        hypothesis: { number throws(LedgerImportError) in try Self.earlier(number, in: hypotheses, line) },
        experiment: { number throws(LedgerImportError) in try Self.earlier(number, in: experiments, line) })
      if let number = item.number {
        if item.content.isHypothesis { hypotheses.insert(number) }
        if item.content.isExperiment { experiments.insert(number) }
      }
      item.content = item.content.withoutFiles
      items.append(item)
    }
    return items
  }

  private static func earlier(
    _ number: Int, in known: Set<Int>, _ line: Int
  ) throws(LedgerImportError) -> Int {
    guard known.contains(number) else {
      throw .unknownReference(line: line, number)
    }
    return number
  }
}

/// Why a file cannot be imported: nothing of it is.
public enum LedgerImportError: Error, Sendable, Equatable {
  /// There is no entry in it.
  case nothing

  /// A transcript of an agent in which no command is to be taken.
  case noCommands(TranscriptCount)

  /// A line that is no entry.
  case notAnEntry(line: Int)

  /// A number that an earlier line has.
  case numberTwice(line: Int, Int)

  /// A reference to no earlier line of the right kind.
  case unknownReference(line: Int, Int)
}

extension LedgerImport.Item: Decodable {
  private enum CodingKeys: String, CodingKey {
    case number, at, by
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    number = try container.decodeIfPresent(Int.self, forKey: .number)
    at = try container.decodeIfPresent(String.self, forKey: .at)
    by = try container.decodeIfPresent(String.self, forKey: .by)
    content = try LedgerEntry.Content(from: decoder)
  }
}

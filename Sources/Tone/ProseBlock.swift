private import Markdown
public import Record

/// A paragraph, heading or cell of a record as it is read for its words.
///
/// Not among its words: code, addresses, quotations, what is struck out. Front matter, logs, block quotes, HTML and the
/// section of evidence have no blocks.
public struct ProseBlock: Sendable {
  /// What it is.
  public enum Shape: Sendable, Equatable {
    /// A paragraph, in a list or not.
    case paragraph

    /// A heading of that level.
    case heading(level: Int)

    /// A cell of a table.
    case cell
  }

  /// Its words as UTF-8 with a space for each line ending; each byte of what is not read is `hidden`.
  public let bytes: [UInt8]

  /// Where its sentences stand in `bytes`.
  public let sentences: [Range<Int>]

  /// What it is.
  public let shape: Shape

  /// Whether it stands in a list.
  public let isInList: Bool

  /// The section it stands in; nil in no known one.
  public let section: SectionKind?

  /// Takes the place of what is not read.
  public static let hidden = Prose.code

  private let prose: Prose
  private let record: RecordDocument

  /// All blocks of a record, in their order; of any other Markdown as well.
  ///
  /// - Parameter isWanted: whether the blocks of a section are; asked of nil for what stands in no known one.
  public static func all(
    in record: RecordDocument, where isWanted: (SectionKind?) -> Bool = { _ in true }
  ) -> [ProseBlock] {
    let book = CueBook.standard
    let names = NameTable(given: book.givenNames, abbreviations: book.abbreviations, told: [])
    var tokenizer = Tokenizer(words: book.words, names: names, isAnchor: { _ in false })
    var walk = ProseWalk(record, where: isWanted)
    var blocks: [ProseBlock] = []
    while walk.advance() { blocks.append(ProseBlock(walk, of: record, with: &tokenizer)) }
    return blocks
  }

  private init(_ walk: borrowing ProseWalk, of record: RecordDocument, with tokenizer: inout Tokenizer) {
    prose = walk.prose
    self.record = record
    section = walk.section?.kind
    isInList = walk.block.isBelowItem
    if case .heading(let level) = walk.block.kind {
      shape = .heading(level: level)
    } else {
      shape = walk.shape == .cell ? .cell : .paragraph
    }
    var bytes = prose.bytes
    var sentences: [Range<Int>] = []
    tokenizer.begin()
    while tokenizer.advance(in: prose.bytes) {
      guard let range = tokenizer.range else { continue }
      if tokenizer.tokens.allSatisfy({ Mark.isPunctuation($0.word) }), let last = sentences.popLast() {
        // What closes behind the stop belongs to the sentence.
        sentences.append(last.lowerBound..<range.upperBound)
      } else {
        sentences.append(range)
      }
      for token in tokenizer.tokens where token.word == Mark.quotation.rawValue {
        for place in Int(token.start)..<Int(token.end) { bytes[place] = Self.hidden }
      }
    }
    self.bytes = bytes
    self.sentences = sentences
  }

  /// The bytes of the record in which ranges of the words stand, in their order; none of the ranges is empty.
  public func sources(of ranges: [Range<Int>]) -> [Range<Int>] {
    prose.sources(of: ranges, in: record.markdown)
  }

  /// Whether words stand in the record as they are read, without markup, line endings or escapes among them.
  public func isPlain(_ range: Range<Int>, at source: Range<Int>) -> Bool {
    record.text[source].elementsEqual(bytes[range])
  }
}

extension MarkdownNode {
  fileprivate var isBelowItem: Bool {
    var node = parent
    while let next = node {
      switch next.kind {
      case .item: return true
      default: node = next.parent
      }
    }
    return false
  }
}

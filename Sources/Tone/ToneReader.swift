public import Record

/// Reads a record for its tone: hedges, blame, advocacy, and what else stands between a reader and the facts.
///
/// No model and no chance: the same bytes have the same findings. Code, quotations, addresses, HTML, front matter and
/// the section of evidence are not read.
public struct ToneReader: Sendable {
  private let book: CueBook
  private let names: NameTable

  /// A reader that knows these names of persons and teams besides common given names.
  public init(names: [String] = []) {
    book = .standard
    self.names = NameTable(given: book.givenNames, abbreviations: book.abbreviations, told: names)
  }

  /// What there is to say of a text, in order of place; a plain Markdown text is a record without sections.
  public func findings(in record: RecordDocument) -> [ToneFinding] {
    var walk = ProseWalk(record)
    var tokenizer = Tokenizer(words: book.words, names: names)
    var found: [ToneFinding] = []
    while walk.advance() {
      let remarks = read(walk, with: &tokenizer)
      guard !remarks.isEmpty else { continue }
      let ranges = walk.prose.sources(of: remarks.map(\.range), in: record.markdown)
      for (remark, range) in zip(remarks, ranges) {
        found.append(ToneFinding(rule: remark.rule, range: range, message: remark.message, mend: remark.mend))
      }
    }
    return found.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.rule.rawValue)
        < ($1.range.lowerBound, $1.range.upperBound, $1.rule.rawValue)
    }
  }

  /// A finding whose place is in the prose of its block.
  private typealias Remark = (rule: ToneRule, range: Range<Int>, message: String, mend: String?)

  private func read(_ walk: ProseWalk, with tokenizer: inout Tokenizer) -> [Remark] {
    var remarks: [Remark] = []
    let bytes = walk.prose.bytes
    tokenizer.begin()
    while tokenizer.advance(in: bytes) {
      guard tokenizer.tokens.contains(where: { book.cues.isAnchor($0.word) }) else { continue }
      let reading = SentenceReading(tokenizer.tokens, in: walk.setting, by: book)
      for hit in reading.hits {
        let cue = book.cues.cues[hit.cue]
        let group = book.groups[cue.group]
        let range =
          Int(
            tokenizer.tokens[hit.range.lowerBound].start)..<Int(
            tokenizer.tokens[hit.range.upperBound - 1].end)
        let words = String(decoding: bytes[range], as: UTF8.self)
        remarks.append((group.rule, range, "“\(words)” \(group.advice)", cue.mend))
      }
    }
    return remarks
  }
}

public import Record

/// Reads a record for its tone: hedges, blame, advocacy, and what else stands between a reader and the facts.
///
/// No model and no chance: the same bytes have the same findings. Code, quotations, addresses, HTML, front matter and
/// the section of evidence are not read.
public struct ToneReader: Sendable {
  private let book: CueBook
  private let known: [String]
  private let names: NameTable

  /// A reader that knows these names of persons and teams besides common given names.
  public init(names: [String] = []) {
    book = .standard
    known = names
    self.names = NameTable(given: book.givenNames, abbreviations: book.abbreviations, told: names)
  }

  /// This reader, for a text that is about more persons.
  public func knowing(_ names: Set<String>) -> ToneReader {
    names.isSubset(of: known) ? self : ToneReader(names: known + names.sorted())
  }

  /// What there is to say of a text, in order of place; a plain Markdown text is a record without sections.
  public func findings(in record: RecordDocument) -> [ToneFinding] {
    var walk = ProseWalk(record)
    var tokenizer = Tokenizer(words: book.words, names: names, isAnchor: book.cues.isAnchor)
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
  private struct Remark {
    var rule: ToneRule
    var range: Range<Int>
    var message: String
    var mend: String?
  }

  private func read(_ walk: borrowing ProseWalk, with tokenizer: inout Tokenizer) -> [Remark] {
    var remarks: [Remark] = []
    var words = 0
    tokenizer.begin()
    while tokenizer.advance(in: walk.prose.bytes) {
      words += tokenizer.wordCount
      if walk.shape == .paragraph, tokenizer.wordCount > ProseLength.sentence, let range = tokenizer.range {
        let message = ProseLength.message(sentenceOf: tokenizer.wordCount)
        remarks.append(Remark(rule: .longSentence, range: range, message: message))
      }
      if tokenizer.hasAnchor {
        remarks += cues(in: tokenizer.tokens, of: walk.prose.bytes, in: walk.setting)
      }
    }
    if walk.shape == .paragraph, words > ProseLength.paragraph {
      let message = ProseLength.message(paragraphOf: words)
      remarks.append(Remark(rule: .longParagraph, range: 0..<walk.prose.bytes.count, message: message))
    }
    return remarks
  }

  private func cues(in tokens: [Token], of bytes: [UInt8], in setting: Setting) -> [Remark] {
    SentenceReading(tokens, in: setting, by: book).hits.map { hit in
      let group = book.groups[book.cues.groups[hit.cue]]
      let range = Int(tokens[hit.range.lowerBound].start)..<Int(tokens[hit.range.upperBound - 1].end)
      let words = String(decoding: bytes[range], as: UTF8.self).replacing("\u{1}", with: "…")
      return Remark(
        rule: group.rule, range: range, message: "“\(words)” \(group.advice)", mend: book.cues.mends[hit.cue])
    }
  }
}

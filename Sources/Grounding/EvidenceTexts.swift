import Markdown
import Synchronization

/// Texts that claims may stand in.
struct EvidenceTexts: Sendable {
  private let texts: [(label: String, bytes: [UInt8], words: Vocabulary, figures: Set<String>)]

  init(_ texts: [GroundingSources.Text]) {
    self.texts = texts.map { text in
      var words = Vocabulary()
      words.add(text.bytes)
      return (text.label, text.bytes, words, FigureWords.all(in: text.bytes))
    }
  }

  /// The first text that has the word, or the words in one piece.
  func label(of text: String) -> String? {
    let isWord = text.utf8.allSatisfy(Letters.isWord)
    return isWord ? texts.first { $0.words.contains(text) }?.label : label(holding: text)
  }

  /// The first text that has the figure, as a whole; one digit, which nearly every text has, where it counts what the words
  /// behind it say.
  func label(ofFigure figure: String, counting words: [String]) -> String? {
    texts.first { text in
      text.figures.contains(figure)
        && (figure.utf8.count > 1 || CountedWords.isCount(figure, of: words, in: text.bytes))
    }?.label
  }

  /// The first text that has the bytes.
  func label(holding text: String) -> String? {
    texts.first { $0.bytes.place(of: text.utf8) != nil }?.label
  }
}

/// Texts that are composed where nothing else has a claim, and then once.
final class FurtherTexts: Sendable {
  private let composed = Mutex<EvidenceTexts?>(nil)

  func texts(asking ask: () throws -> GroundingSources.Text?) rethrows -> EvidenceTexts {
    if let texts = composed.withLock({ $0 }) { return texts }
    let texts = EvidenceTexts(try ask().map { [$0] } ?? [])
    composed.withLock { $0 = texts }
    return texts
  }
}

/// How long sentences and paragraphs may be before they are said to be long.
enum ProseLength {
  /// Words of a sentence; of good engineering prose one sentence in a hundred has more.
  static let sentence = 50

  /// Words of a paragraph.
  static let paragraph = 150

  static func message(sentenceOf count: Int) -> String {
    "This sentence has \(count) words: put what happened first, and each condition in a sentence of its own."
  }

  static func message(paragraphOf count: Int) -> String {
    "This paragraph has \(count) words: give each step of the mechanism a paragraph of its own."
  }
}

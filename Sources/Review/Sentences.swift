/// The sentences of a paragraph, roughly: a mark at the end of a sentence that white space follows.
enum Sentences {
  static func split(_ text: [UInt8]) -> [[UInt8]] {
    var sentences: [[UInt8]] = []
    var sentence: [UInt8] = []
    var isEnded = false
    for byte in text {
      if isEnded, byte == 0x20 || byte == 0x0A {
        sentences.append(sentence)
        sentence = []
      }
      sentence.append(byte)
      isEnded = ".!?".utf8.contains(byte)
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    return sentences
  }
}

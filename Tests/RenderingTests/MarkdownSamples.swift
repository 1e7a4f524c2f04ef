import Markdown
import Scratch
import Storage

/// Texts for properties of renderings: made at random, and those that once were hard to read.
enum MarkdownSamples {
  /// The folder of the texts that once were hard to read.
  static let corpus = Path.absolute("../../../Fuzz/Corpus/markdown", from: #filePath)

  /// Every text of one seed.
  static func texts(seed: Int, count: Int = 20) -> [[UInt8]] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in ADFPropertyTests.text(&random) }
  }

  /// What a reader sees of a text, without white space, boxes and what no destination takes.
  static func letters(_ text: String) -> [Unicode.Scalar] {
    let marks = ["[ ] ", "[x] ", "[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"]
    return marks.reduce(text) { $0.replacing($1, with: "") }.unicodeScalars.filter(isLetter)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isWhitespace && scalar.value >= 0x20 && !(0xFFFD...0xFFFF).contains(scalar.value)
  }

  /// The place of the first letter that `have` does not have in its order.
  static func firstMissing(_ need: [Unicode.Scalar], in have: String) -> Int? {
    var rest = Array(have.unicodeScalars).filter(isLetter)[...]
    for (place, letter) in need.enumerated() {
      guard let found = rest.firstIndex(of: letter) else { return place }
      rest = rest[(found + 1)...]
    }
    return nil
  }
}

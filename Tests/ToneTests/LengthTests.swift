import Testing
import Tone

@Suite("Lengths")
struct LengthTests {
  private func sentence(of count: Int) -> String {
    "One" + String(repeating: " word", count: count - 1) + "."
  }

  @Test("A sentence of more than 50 words is long; code and quotations are one word each")
  func longSentence() {
    #expect(words(of: .longSentence, in: sentence(of: 51)).count == 1)
    #expect(words(of: .longSentence, in: sentence(of: 50)) == [])
    #expect(words(of: .longSentence, in: sentence(of: 40) + " " + sentence(of: 40)) == [])
    #expect(words(of: .longSentence, in: "One of them, e.g. \(sentence(of: 48))").count == 1)
    #expect(
      words(of: .longSentence, in: "It printed “\(sentence(of: 60))” and `\(sentence(of: 60))` there.") == [])
  }

  @Test("A paragraph of more than 150 words is long")
  func longParagraph() {
    let short = Array(repeating: sentence(of: 15), count: 10).joined(separator: " ")
    #expect(words(of: .longParagraph, in: short) == [])
    #expect(words(of: .longParagraph, in: short + " More.").count == 1)
    #expect(words(of: .longParagraph, in: short + "\n\n" + short) == [])
  }

  @Test("Headings, cells and fenced lines are not judged by their length")
  func others() {
    let text = sentence(of: 60)
    #expect(words(of: .longSentence, in: "### \(text)") == [])
    #expect(words(of: .longSentence, in: "| a | b |\n|---|---|\n| \(text) | c |") == [])
    #expect(words(of: .longSentence, in: "```\n\(text)\n```") == [])
  }
}

import Testing
import Tone

@Suite("Lengths")
struct LengthTests {
  private static func sentence(of count: Int) -> String {
    "One" + String(repeating: " word", count: count - 1) + "."
  }

  /// Ten sentences of 15 words: the longest paragraph that is not long.
  private static let longest = Array(repeating: sentence(of: 15), count: 10).joined(separator: " ")

  @Test("Code and quotations are one word each; what is no prose has no length", arguments: rows)
  func rule(row: ToneRow) {
    row.expectIsRead()
  }

  static let rows: [ToneRow] = [sentences, paragraphs]

  private static let sentences = ToneRow(
    rule: .longSentence, section: "Root cause",
    cues: [
      sentence(of: 51), sentence(of: 200), "Short. \(sentence(of: 51))", "\(sentence(of: 51)) Short.",
      "One of them, e.g. \(sentence(of: 48))", "- \(sentence(of: 51))", "1. \(sentence(of: 60))",
      sentence(of: 60).replacing(" ", with: "\n"), "It printed `x` and “y” to \(sentence(of: 46))",
      "**\(sentence(of: 55))**", "[\(sentence(of: 55))](#a)", "\(sentence(of: 51).dropLast())",
      sentence(of: 60).replacing(" word", with: ", word"),
    ],
    nearMisses: [
      sentence(of: 50), sentence(of: 40) + " " + sentence(of: 40),
      "- \(sentence(of: 40))\n- \(sentence(of: 40))",
      "It printed “\(sentence(of: 60))” and `\(sentence(of: 60))` there.", "### \(sentence(of: 60))",
      "| a | b |\n|---|---|\n| \(sentence(of: 60)) | c |", "```\n\(sentence(of: 60))\n```",
      "> \(sentence(of: 60))",
      "<!-- \(sentence(of: 60)) -->", "~~\(sentence(of: 60))~~", sentence(of: 40) + "\n\n" + sentence(of: 40),
      "    \(sentence(of: 60))",
    ])

  private static let paragraphs = ToneRow(
    rule: .longParagraph, section: "Root cause",
    cues: [
      "\(longest) More.", "More. \(longest)", "\(longest) \(longest)", "- \(longest) More.",
      "\(longest) `more`.",
      "\(longest) “More.”", "\(longest)\nMore.", "**\(longest)** More.", "Short.\n\n\(longest) More.",
      "\(longest) More.\n\nShort.", "- x\n\n  \(longest) More.", sentence(of: 151),
    ],
    nearMisses: [
      longest, "\(longest)\n\n\(longest)", "- \(longest)\n- \(longest)", "> \(longest) More.",
      "```\n\(longest) More.\n```", "<!-- \(longest) -->\n\nMore.", "### \(longest) More.",
      "| a | b |\n|---|---|\n| \(longest) More. | c |", "\(longest)\n\n### More",
      longest.replacing(" word word.", with: " `word word word word word word`."),
      "\(longest) ~~More words here.~~",
      "\(longest)\n- More.", longest.replacing(" word.", with: " “word word word word”."),
    ])
}

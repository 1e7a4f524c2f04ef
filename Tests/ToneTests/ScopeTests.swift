import Record
import Testing
import Tone

@Suite("What is read as prose")
struct ScopeTests {
  @Test(
    "Code, quotations, HTML, addresses, front matter and evidence are not read",
    arguments: [
      "---\nnote: I think so\n---\n",
      "```\nI think so.\n```\n",
      "    I think so.\n",
      "The log said “I think so” and ended.\n",
      "The log said 'I think so' and ended.\n",
      "<!-- I think so -->\n\nText.\n",
      "<p>I think so</p>\n",
      "See https://example.org/probably/maybe for more.\n",
      "# T\n\n## Evidence\n\nE1 is probably a run.\n",
      "- one\n  > I think so.\n",
      "~~I think so.~~\n",
    ])
  func notRead(text: String) {
    #expect(ToneReader().findings(in: RecordDocument(Array(text.utf8))) == [])
  }

  @Test("The place of a finding is that of its words, behind escapes, entities and links too")
  func places() {
    let text =
      "A \\* b &amp; c [here](https://example.org/probably): **probably** so.\r\n\r\n- Second: I\n  think so.\r\n"
    #expect(words(of: .hedge, in: text) == ["probably", "I\n  think"])
  }
}

import Record
import Testing
import Tone

@Suite struct ProseBlockTests {
  private func blocks(_ text: String) -> [ProseBlock] { ProseBlock.all(in: RecordDocument(Array(text.utf8))) }

  @Test func `code, addresses and quotations are hidden, and nothing else moves`() {
    let block = blocks("See `x` at https://example.org: “so be it” he said.\n")[0]
    let shown = String(decoding: block.bytes, as: UTF8.self).replacing("\u{1}", with: "_")
    #expect(shown == "See _ at _ ______________ he said." || shown == "See _ at _: ______________ he said.")
  }

  @Test func `a block knows its section, its shape and its sentences`() {
    let found = blocks(
      "# A-1: T\n\n## Fix\n\nOne is e.g. done. Two.\n\n- An item.\n\n| a |\n|---|\n| b |\n\n## Evidence\n\nE1\n"
    )
    #expect(
      found.map(\.shape) == [.heading(level: 1), .heading(level: 2), .paragraph, .paragraph, .cell, .cell])
    #expect(found.map(\.section) == [nil, .fix, .fix, .fix, .fix, .fix])
    #expect(found.map(\.isInList) == [false, false, false, true, false, false])
    #expect(
      found[2].sentences.map { String(decoding: found[2].bytes[$0], as: UTF8.self) } == [
        "One is e.g. done.", "Two.",
      ])
  }

  @Test func `words lead back to their place, and know whether markup is among them`() {
    let text = "A &amp; b **c d**\ne.\n"
    let block = blocks(text)[0]
    let words = String(decoding: block.bytes, as: UTF8.self)
    #expect(words == "A & b c d e.")
    let places = block.sources(of: [6..<9, 8..<11])
    #expect(places.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["c d", "d**\ne"])
    #expect(block.isPlain(6..<9, at: places[0]))
    #expect(!block.isPlain(8..<11, at: places[1]))
  }
}

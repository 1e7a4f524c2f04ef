import Chance
import Storage
import Testing

@testable import LanguageServer

/// The text of the server is that of the client, whatever is typed.
@Suite struct OpenDocumentTests {
  private func document(_ text: String) throws -> OpenDocument {
    try #require(
      OpenDocument(.object(["uri": .text("file:///a.md"), "version": .whole(1), "text": .text(text)])))
  }

  private func change(_ start: TextPosition, _ end: TextPosition, _ text: String) -> JSONTree {
    .object(["range": .object(["start": start.value, "end": end.value]), "text": .text(text)])
  }

  @Test(arguments: PositionEncoding.allCases)
  func `a character beyond the basic plane is counted as the encoding has it`(encoding: PositionEncoding) {
    let positions = TextPositions(Array("a😀é\r\nb\n".utf8), encoding)
    let end = [PositionEncoding.utf8: 7, .utf16: 4, .utf32: 3][encoding] ?? 0
    #expect(positions.position(of: 7) == TextPosition(line: 0, character: end))
    #expect(positions.offset(of: TextPosition(line: 0, character: end)) == 7)
    // Behind the end of the line, within its ending, behind the last line, within a character.
    #expect(positions.offset(of: TextPosition(line: 0, character: 99)) == 7)
    #expect(positions.position(of: 8) == TextPosition(line: 0, character: end))
    #expect(positions.offset(of: TextPosition(line: 9, character: 0)) == 11)
    #expect(positions.offset(of: TextPosition(line: 2, character: 0)) == 11)
    if encoding != .utf32 { #expect(positions.offset(of: TextPosition(line: 0, character: 2)) == 1) }
  }

  @Test func `changes are applied one after the other, each to what the one before it has left`() throws {
    var document = try document("one\r\ntwo\r\n")
    let isWhole = document.apply(
      [
        change(.init(line: 0, character: 3), .init(line: 1, character: 0), " "),
        change(.init(line: 0, character: 4), .init(line: 0, character: 7), "three"),
      ], version: .whole(2), .utf16)
    #expect(isWhole)
    #expect(String(decoding: document.text, as: UTF8.self) == "one three\r\n")
    #expect(document.version == .whole(2))
  }

  @Test func `changes that overtake each other leave the text that their versions make`() throws {
    var document = try document("the end\n")
    let typed = "We `sched` say 😀\nso. "
    var (line, character) = (0, 0)
    var notices: [(version: Int64, change: JSONTree)] = []
    for letter in typed {
      let place = TextPosition(line: line, character: character)
      notices.append((Int64(2 + notices.count), change(place, place, String(letter))))
      (line, character) = letter == "\n" ? (line + 1, 0) : (line, character + letter.utf16.count)
    }
    var chance = SplitMix(seed: 14)
    for start in stride(from: 0, to: notices.count, by: 7) {
      notices[start..<min(start + 7, notices.count)].shuffle(using: &chance)
    }
    #expect(notices.map(\.version) != notices.map(\.version).sorted())
    for notice in notices {
      let isWhole = document.apply([notice.change], version: .whole(notice.version), .utf16)
      #expect(isWhole)
    }
    #expect(String(decoding: document.text, as: UTF8.self) == typed + "the end\n")
    #expect(document.version == .whole(Int64(1 + typed.count)))
  }

  @Test func `of a client that counts no versions, changes are taken as they come`() throws {
    var document = try document("b")
    for (version, text) in [(JSONTree.whole(7), "1"), (.nothing, "2"), (.whole(3), "3"), (.whole(3), "4")] {
      let start = TextPosition(line: 0, character: 0)
      let isWhole = document.apply([change(start, start, text)], version: version, .utf16)
      #expect(isWhole)
    }
    #expect(String(decoding: document.text, as: UTF8.self) == "4321b")
  }

  @Test(arguments: [
    JSONTree.object(["range": .nothing]), .object(["range": .object([:]), "text": .text("x")]), .text("x"),
  ])
  func `a change that cannot be read is told`(change: JSONTree) throws {
    var document = try document("one")
    let isWhole = document.apply([change], version: .whole(2), .utf16)
    #expect(!isWhole)
    #expect(String(decoding: document.text, as: UTF8.self) == "one")
  }

  /// What clients do: they keep lines of units, and cut and join them.
  private struct Reference {
    var units: [UInt16]

    /// The places at which a position may stand, with the position of each: none within a character or a line ending.
    var places: [(offset: Int, position: TextPosition)] {
      var places: [(Int, TextPosition)] = []
      var (line, start) = (0, 0)
      for offset in 0...units.count {
        let isWithinEnding =
          offset > 0 && offset < units.count && units[offset - 1] == 0x0D && units[offset] == 0x0A
        if offset > 0, units[offset - 1] == 0x0A || units[offset - 1] == 0x0D, !isWithinEnding {
          (line, start) = (line + 1, offset)
        }
        let isWithinCharacter = offset < units.count && UTF16.isTrailSurrogate(units[offset])
        if isWithinEnding || isWithinCharacter { continue }
        places.append((offset, TextPosition(line: line, character: offset - start)))
      }
      return places
    }
  }

  @Test(arguments: 0..<200)
  func `any edits leave the text that the client has`(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let pieces = ["a", "é", "😀", "\n", "\r\n", "\r", "\u{301}", "`x`", "## Fix\n", "", "\u{FEFF}", "𝔸\r"]
    func text() -> String {
      (0..<Int.random(in: 0..<8, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }
        .joined()
    }
    let first = text()
    var document = try document(first)
    var reference = Reference(units: Array(first.utf16))
    for version in 2..<30 {
      let places = reference.places
      let one = Int.random(in: 0..<places.count, using: &chance)
      let other = Int.random(in: one..<places.count, using: &chance)
      let new = text()
      let isWhole = document.apply(
        [change(places[one].position, places[other].position, new)], version: .whole(Int64(version)), .utf16)
      #expect(isWhole)
      reference.units.replaceSubrange(places[one].offset..<places[other].offset, with: Array(new.utf16))
      let wanted = String(decoding: reference.units, as: UTF16.self)
      try #require(document.text == Array(wanted.utf8), "after change \(version - 1) of seed \(seed)")
    }
  }
}

/// The body of a private key between its two lines (RFC 7468; RFC 4716; OpenPGP, RFC 9580, 6.2).
///
/// Each line of it is replaced for itself: the text keeps its lines, and a diff can still be applied.
struct KeyBlock {
  private let text: ScannedText

  init(_ text: ScannedText) { self.text = text }

  private static let body = ByteSet.base64 + ByteSet("\\")

  /// The body of the key whose "-----BEGIN" stands at `start`.
  func find(at start: Int) -> Found? {
    let label = text.end(
      of: .upper + .digits + ByteSet(" "), from: start + "-----BEGIN".utf8.count, limit: 40)
    guard text.has("-----", at: label), isPrivate(start..<label) else { return nil }
    let first = label + 5
    guard let run = firstRun(from: first) else { return nil }
    let last = start + ScannedText.reach
    var lines: [Range<Int>] = []
    var place = first
    let prefix = linePrefix(before: start)
    let hasEnd = hasEndAhead(from: first, before: last)
    while place < last, place < text.bytes.count {
      let end = endOfLine(place, before: last)
      let line = place..<end
      // The rest of the first line: nothing, or all of a key that was written as one text.
      let content = place == first ? line : dropPrefix(prefix, of: line)
      if let marker = endMarker(in: line) {
        lines.append(contentsOf: piece(content.lowerBound..<max(content.lowerBound, marker)))
        return lines.isEmpty ? nil : Found(lines: lines)
      }
      if place > run, !hasEnd, !isBody(content) { break }
      lines.append(contentsOf: piece(content))
      place = end + 1
    }
    return lines.isEmpty ? nil : Found(lines: lines)
  }

  private func isPrivate(_ label: Range<Int>) -> Bool {
    label.contains { text.has("PRIVATE KEY", at: $0) }
  }

  /// Where the first run that only a key has begins: not far behind the first line, with the headers between.
  private func firstRun(from start: Int) -> Int? {
    var place = start
    while place < start + 400 {
      if text.has("-----", at: place) { return nil }
      let end = text.end(of: .base64, from: place, limit: 64)
      if end - place >= 32 { return place }
      place = end + 1
    }
    return nil
  }

  private func endOfLine(_ start: Int, before last: Int) -> Int {
    var end = start
    while end < last, end < text.bytes.count, text[end] != ScannedText.lineEnd, text[end] != 0x0D { end += 1 }
    return end
  }

  private func endMarker(in line: Range<Int>) -> Int? {
    line.first { text[$0] == UInt8(ascii: "-") && text.has("-----END ", at: $0) }
  }

  /// Whether the key's last line comes before another key begins.
  private func hasEndAhead(from start: Int, before last: Int) -> Bool {
    var place = start
    while place < last, place < text.bytes.count {
      if text[place] == UInt8(ascii: "-") {
        if text.has("-----END ", at: place) { return true }
        if text.has("-----BEGIN ", at: place) { return false }
      }
      place += 1
    }
    return false
  }

  /// Whether a line without its prefix can be one of a key that goes on.
  private func isBody(_ line: Range<Int>) -> Bool {
    let end = text.end(of: Self.body, from: line.lowerBound)
    let rest = end..<max(end, line.upperBound)
    return line.isEmpty || (end - line.lowerBound >= 4 && rest.count <= 3)
  }

  /// What stands before the first line, as every line of a diff or a quotation has it.
  private func linePrefix(before start: Int) -> ArraySlice<UInt8> {
    var first = start
    while first > start - 64, first > 0, text[first - 1] != ScannedText.lineEnd { first -= 1 }
    return text.bytes[first..<start]
  }

  private func dropPrefix(_ prefix: ArraySlice<UInt8>, of line: Range<Int>) -> Range<Int> {
    let count = prefix.count
    let isSame =
      count <= line.count && text.bytes[line.lowerBound..<(line.lowerBound + count)].elementsEqual(prefix)
    if isSame { return (line.lowerBound + count)..<line.upperBound }
    // The sign of a diff stays in any case: it is of no key.
    let isSign =
      !line.isEmpty && ByteSet("+- ").contains(text[line.lowerBound])
      && ByteSet("+- ").contains(prefix.first ?? 0)
    return (isSign ? line.lowerBound + 1 : line.lowerBound)..<line.upperBound
  }

  private func piece(_ line: Range<Int>) -> [Range<Int>] {
    let isBlank = line.allSatisfy { text[$0] <= 0x20 }
    return isBlank ? [] : [line]
  }
}

/// The fingerprint of a failure for a comparison across commits: without lines and columns of source files.
///
/// At another commit the same assertion stands on another line. Understood are `file.c:12`, `file.rs:12:5`, `file.hs:12:5-9`,
/// `file.cpp(12,5)`, `(file.c: 12)`, `line 12`, `line: 12` and `line 12, characters 5-9`; all other numbers stay, for these
/// may be what was wrong.
public func withoutSourceLines(_ signature: String) -> String {
  removing(from: signature) { endOfSourceLine(in: $0, at: $1, after: $2) }
}

/// A text without the pieces of which `end`, asked at each byte with what was kept before it, gives the end.
func removing(
  from text: String, _ end: (_ bytes: [UInt8], _ position: Int, _ kept: [UInt8]) -> Int?
) -> String {
  let bytes = Array(text.utf8)
  var output: [UInt8] = []
  output.reserveCapacity(bytes.count)
  var position = 0
  while position < bytes.count {
    if let end = end(bytes, position, output) {
      position = end
    } else {
      output.append(bytes[position])
      position += 1
    }
  }
  return String(decoding: output, as: UTF8.self)
}

/// Where the line and column end that begin here; nil where none do.
private func endOfSourceLine(in bytes: [UInt8], at start: Int, after output: [UInt8]) -> Int? {
  switch bytes[start] {
  case UInt8(ascii: ":"):
    guard endsWithFileName(output) else { return nil }
    return endOfPlaces(in: bytes, at: start) ?? endOfPlaceApart(in: bytes, at: start, after: output)
  case UInt8(ascii: "("):
    guard endsWithFileName(output), var end = endOfNumber(in: bytes, from: start + 1) else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ",") {
      let column = bytes[(end + 1)...].first == 0x20 ? end + 2 : end + 1
      end = endOfNumber(in: bytes, from: column) ?? end
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end + 1 : nil
  case 0x30...0x39:
    guard let word = wordsBeforeLines.first(where: { output.suffix($0.count) == $0[...] }) else { return nil }
    let before = output.dropLast(word.count).last
    return before?.isWord == true ? nil : endOfRange(in: bytes, from: start)
  default: return nil
  }
}

/// What a number stands behind that is a line, or the columns in one; of that before the columns the line is gone already.
private let wordsBeforeLines = ["line ", "line: ", "line , characters "].map { Array($0.utf8) }

/// `:12`, `:12:5`, `:12:5-9` and `:12-14`.
private func endOfPlaces(in bytes: [UInt8], at start: Int) -> Int? {
  var end = start
  while end < bytes.count, bytes[end] == UInt8(ascii: ":"), let next = endOfNumber(in: bytes, from: end + 1) {
    end = next
  }
  return end > start ? endOfSecondNumber(in: bytes, at: end) : nil
}

/// `: 12` of a file in parentheses; elsewhere a blank parts a file from what is said of it.
private func endOfPlaceApart(in bytes: [UInt8], at start: Int, after output: [UInt8]) -> Int? {
  guard let before = output.last(where: { $0.isBlank || $0 == UInt8(ascii: "(") }), !before.isBlank,
    bytes[start...].starts(with: ": ".utf8),
    let end = endOfNumber(in: bytes, from: start + 2), end < bytes.count, bytes[end] == UInt8(ascii: ")")
  else { return nil }
  return end
}

private func endOfRange(in bytes: [UInt8], from start: Int) -> Int? {
  endOfNumber(in: bytes, from: start).map { endOfSecondNumber(in: bytes, at: $0) }
}

private func endOfSecondNumber(in bytes: [UInt8], at end: Int) -> Int {
  guard end < bytes.count, bytes[end] == UInt8(ascii: "-") else { return end }
  return endOfNumber(in: bytes, from: end + 1) ?? end
}

private func endOfNumber(in bytes: [UInt8], from start: Int) -> Int? {
  var end = start
  while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
  return end > start ? end : nil
}

/// Whether a text ends with a name that has an ending of letters and digits, such as `cJSON.c`.
private func endsWithFileName(_ text: [UInt8]) -> Bool {
  guard let dot = text.suffix(12).lastIndex(of: UInt8(ascii: ".")) else { return false }
  let ending = text[(dot + 1)...]
  guard let first = ending.first, first.isLetter, ending.allSatisfy(\.isWord) else { return false }
  return dot > 0 && text[dot - 1].isWord
}

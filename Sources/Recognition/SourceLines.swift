/// The fingerprint of a failure for a comparison across commits: without lines and columns of source files.
///
/// At another commit the same assertion stands on another line. Understood are `file.c:12`, `file.rs:12:5`,
/// `file.cpp(12,5)` and `line 12`; all other numbers stay, for these may be what was wrong.
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
    var end = start
    while let next = endOfNumber(in: bytes, from: end + 1), bytes[end] == UInt8(ascii: ":") {
      end = next
      guard end < bytes.count else { break }
    }
    return end > start ? end : nil
  case UInt8(ascii: "("):
    guard endsWithFileName(output), var end = endOfNumber(in: bytes, from: start + 1) else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ","), let column = endOfNumber(in: bytes, from: end + 1)
    {
      end = column
    }
    return end < bytes.count && bytes[end] == UInt8(ascii: ")") ? end + 1 : nil
  case 0x30...0x39:
    let word = Array("line ".utf8)
    guard output.suffix(word.count) == word[...] else { return nil }
    let before = output.dropLast(word.count).last
    return before?.isWord == true ? nil : endOfNumber(in: bytes, from: start)
  default: return nil
  }
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

/// The command line of a run, as far as it tells which runner was meant.
struct Command: Sendable {
  /// Everything between blanks.
  let words: [Line]
  /// Whether it is one program with its arguments, and no shell at work around it.
  let isAlone: Bool

  init(_ text: String) {
    let line = Line(text)
    words = line.split(0x20)
    isAlone = !line.bytes.contains { ";|&<>\n$`(".utf8.contains($0) }
  }

  /// The name of the first program, without its folder and the variables set before it.
  var program: String {
    let first = words.first { !$0.has("=") } ?? Line("")
    return (first.afterLast("/") ?? first).text
  }

  /// Whether these words follow each other somewhere; the first may be given with its folder.
  func runs(_ wanted: String...) -> Bool {
    guard !wanted.isEmpty, words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { offset in
        let word = words[start + offset]
        return word.equals(wanted[offset]) || (offset == 0 && word.ends("/" + wanted[0]))
      }
    }
  }
}

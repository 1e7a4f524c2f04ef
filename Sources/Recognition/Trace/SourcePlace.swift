/// A file and a line in it, as programs print them: `src/queue.c:12:5`, `queue.cs(12,5)`.
struct SourcePlace {
  var file: String
  var line: Int?

  /// Nil where the text is no such place, or its file has no ending that files of programs have.
  init?(_ text: Line) {
    var rest = text
    while let last = rest.bytes.last, ",;:.)\"'".utf8.contains(last), !rest.ends("')") {
      rest = Line(rest.bytes.dropLast())
    }
    rest = rest.dropping(while: { "(\"'".utf8.contains($0) })
    guard let end = Self.endOfFile(in: rest.bytes) else { return nil }
    let path = Line(rest.bytes[..<end])
    let behind = Line(rest.bytes[end...].dropFirst())
    guard let number = behind.number, Self.isFile(path.before("?") ?? path) else { return nil }
    // `queue.push(1)` is a call; compilers of few languages write a line so.
    if rest.bytes[end] == 0x28, !Self.isNumberedInBrackets(path, behind) { return nil }
    file = Self.path(path)
    line = number
  }

  /// Where a colon or a parenthesis begins the line's number.
  private static func endOfFile(in bytes: ArraySlice<UInt8>) -> Int? {
    var place = bytes.startIndex
    while place + 1 < bytes.endIndex {
      let isMark = bytes[place] == 0x3A || bytes[place] == 0x28
      if isMark, bytes[place + 1].isDigit, place > bytes.startIndex, bytes[..<place].contains(0x2E) {
        return place
      }
      place += 1
    }
    return nil
  }

  /// Whether a line stands in brackets, as in `Queue.cs(12,5)`.
  private static func isNumberedInBrackets(_ path: Line, _ behind: Line) -> Bool {
    let endings = [
      ".cs", ".fs", ".vb", ".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".ts", ".tsx", ".php", ".pas", ".d",
    ]
    return endings.contains { path.ends($0) }
      && behind.bytes.allSatisfy { $0.isDigit || ",):".utf8.contains($0) }
  }

  /// Whether a text is the name of a file that may hold code.
  static func isFile(_ text: Line) -> Bool {
    guard let name = text.bytes.split(separator: 0x2F).last.map({ Line($0) }),
      let dot = name.bytes.lastIndex(of: 0x2E),
      dot > name.bytes.startIndex, !text.bytes.contains(0x20) || text.starts("/")
    else { return false }
    let ending = name.bytes[(dot + 1)...]
    // `10.0.0.1:80`, `main.go:12` differ by this.
    return (1...6).contains(ending.count) && ending.allSatisfy(\.isWord) && ending.contains(where: \.isLetter)
      && !Self.domains.contains { ending.elementsEqual($0.utf8) }
  }

  /// The path without what a browser or a bundler puts before it.
  private static func path(_ text: Line) -> String {
    var rest = text
    if let tail = rest.after("://") {
      // `http://localhost:3000/src/a.js`, `webpack:///./src/a.ts`, `file:///src/a.js`
      rest = tail.starts("/") ? tail : tail.after("/") ?? tail
      if text.starts("webpack") { rest = Line(rest.bytes.drop { $0 == 0x2F || $0 == 0x2E }) }
    }
    rest = rest.before("?") ?? rest
    return (rest.dropping("./") ?? rest).text
  }

  /// What stands behind the dot in names of hosts: `example.com:443` is no file.
  private static let domains = ["com", "org", "net", "io", "local", "invalid", "dev", "example", "internal"]
}

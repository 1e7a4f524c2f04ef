/// What of a piece of HTML a reader would see.
enum HTMLText {
  /// Whether there is anything but comments and white space.
  static func isVisible(_ html: ArraySlice<UInt8>) -> Bool {
    var rest = html.drop(while: ASCII.isSpace)
    while rest.starts(with: "<!--".utf8) {
      guard let end = endOfComment(rest) else { return false }
      rest = rest[end...].drop(while: ASCII.isSpace)
    }
    return !rest.isEmpty
  }

  /// Whether it is `<br>`, in whatever way it is written.
  static func isBreak(_ html: ArraySlice<UInt8>) -> Bool {
    guard html.count >= 4, html.prefix(3).map(ASCII.lowercased).elementsEqual("<br".utf8) else {
      return false
    }
    return html.dropFirst(3).dropLast().allSatisfy { ASCII.isSpace($0) || $0 == UInt8(ascii: "/") }
  }

  /// Behind the first `-->`; `<!-->` and `<!--->` are comments, too.
  private static func endOfComment(_ html: ArraySlice<UInt8>) -> Int? {
    var index = html.startIndex + 2
    while index + 3 <= html.endIndex {
      if html[index...].starts(with: "-->".utf8) { return index + 3 }
      index += 1
    }
    return nil
  }
}

/// The lines of a program that is no runner in which it says what went wrong.
enum ErrorLines {
  static func first(in lines: [Line]) -> [String] {
    var found: [String] = []
    for line in lines {
      guard found.count < 20 else { break }
      if marks.contains(where: { line.has($0) }), !found.contains(line.quoted) { found.append(line.quoted) }
    }
    return found
  }

  private static let marks = [
    "rror: ", "rror:", "FAIL", "Assertion", "assertion", "panic", "xception", "ERROR",
  ]
}

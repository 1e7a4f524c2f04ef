import Storage

/// A place in a text as clients count: both from 0.
struct TextPosition: Sendable, Hashable, Comparable {
  var line: Int
  var character: Int

  init(line: Int, character: Int) {
    (self.line, self.character) = (line, character)
  }

  /// nil where a message holds no position there.
  init?(_ value: JSONTree) {
    guard case .whole(let line) = value["line"], case .whole(let character) = value["character"], line >= 0,
      character >= 0
    else { return nil }
    self.init(line: Int(clamping: line), character: Int(clamping: character))
  }

  var value: JSONTree {
    .object(["line": .whole(Int64(line)), "character": .whole(Int64(character))])
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

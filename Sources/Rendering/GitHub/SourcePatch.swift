/// Small edits at exact places of a text, all else of which stays byte for byte.
struct SourcePatch {
  private struct Edit {
    var range: Range<Int>
    var text: [UInt8]
  }

  private var edits: [Edit] = []

  /// How many edits there are.
  var count: Int { edits.count }

  /// Takes the last edits back.
  mutating func removeLast(_ count: Int) {
    edits.removeLast(count)
  }

  /// Puts a text in the place of some bytes.
  mutating func replace(_ range: Range<Int>, with text: some Sequence<UInt8>) {
    edits.append(Edit(range: range, text: Array(text)))
  }

  /// Puts a text before a byte; texts before the same byte follow each other as they came.
  mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text.utf8)
  }

  /// The text with the edits; what stands within a part that another edit replaces is gone with it.
  func applied(to source: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.count + source.count / 8)
    var place = 0
    for (_, edit) in edits.enumerated().sorted(by: Self.precedes) where edit.range.lowerBound >= place {
      output += source[place..<edit.range.lowerBound]
      output += edit.text
      place = edit.range.upperBound
    }
    return output + source[place...]
  }

  /// The sort is made stable by the order of the edits; what stands before a byte goes before what takes its place.
  private static func precedes(
    _ left: (offset: Int, element: Edit), _ right: (offset: Int, element: Edit)
  ) -> Bool {
    let (first, second) = (left.element.range, right.element.range)
    return (first.lowerBound, first.isEmpty ? 0 : 1, left.offset)
      < (second.lowerBound, second.isEmpty ? 0 : 1, right.offset)
  }
}

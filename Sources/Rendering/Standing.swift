/// How a record says that a fact is known, in the words that its templates write.
enum Standing: String, CaseIterable {
  case measured, found, attested

  /// Where such a word stands in a text.
  struct Place {
    var range: Range<String.Index>
    var standing: Standing
  }

  /// The word that an item of a Validation begins with: "Measured (E10): …".
  static func inValidation(_ text: String) -> Place? {
    let end = text.firstIndex(of: " ") ?? text.endIndex
    guard let standing = Standing(rawValue: text[..<end].lowercased()), text[end...].hasPrefix(" (") else {
      return nil
    }
    return Place(range: text.startIndex..<end, standing: standing)
  }

  /// The word behind the labels of an item of Evidence: "E1–E3, E5, found in git log: …".
  static func inEvidence(_ text: String) -> Place? {
    let start = text.firstIndex { !"ELP0123456789–, ".contains($0) } ?? text.endIndex
    let end = text[start...].firstIndex(of: " ") ?? text.endIndex
    guard text[..<start].hasSuffix(", "), let standing = Standing(rawValue: String(text[start..<end])) else {
      return nil
    }
    return Place(range: start..<end, standing: standing)
  }

  /// The sentence of a Summary that says that something rests on somebody's word alone.
  static func attestedNote(in text: String) -> Range<String.Index>? {
    for begin in ["Repro and validation are attested", "The repro is attested", "The validation is attested"]
    {
      guard let start = text.firstRange(of: begin)?.lowerBound,
        let end = text[start...].firstRange(of: ", not measured.")?.upperBound
      else { continue }
      return start..<end
    }
    return nil
  }
}

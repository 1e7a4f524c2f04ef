import Chance
import YAML

/// Whether a text is taken well, whatever it is.
enum Robustness {
  /// Parses and edits a text; what went wrong, if something did.
  static func exercise(_ bytes: [UInt8], random: inout SplitMix) -> String? {
    let document: YAMLDocument
    do {
      document = try YAMLDocument(text: bytes, name: "a.yaml")
    } catch {
      let isPlaced =
        error.position.offset <= bytes.count && error.position.line > 0 && error.position.column > 0
      if case .unexpected(let words) = error.problem { return "not in our words: \(words)" }
      return isPlaced && !error.description.isEmpty ? nil : "not placed: \(error)"
    }
    if let misplaced = misplaced(document.root, in: document) { return misplaced }
    let paths = RandomEdit.paths(document.root.value).prefix(50)
    let path: YAMLPath = paths.isEmpty ? [] : random.pick(Array(paths))
    let values: [YAMLValue] = ["x", "x\ny\n", .null, ["x"], ["x": "y: z"]]
    let value = random.pick(values)
    do {
      guard try document.setting(path, to: value).root[path]?.value == value else {
        return "\(path) is not \(value)"
      }
    } catch  where error.problem == .cannotEdit(path) && bytes.contains(UInt8(ascii: "\t")) {
      // A line of nothing but a tab below a text is taken below nothing else.
      return nil
    } catch {
      return "\(path) cannot be \(value): \(error)"
    }
    return nil
  }

  /// A node whose place is not within its parent's.
  private static func misplaced(_ node: YAMLNode, in document: YAMLDocument) -> String? {
    let parts = (node.elements ?? []) + (node.entries ?? []).flatMap { [$0.key, $0.value] }
    for part in parts {
      let isWithin =
        part.range.lowerBound >= node.range.lowerBound && part.range.upperBound <= node.range.upperBound
      guard isWithin, part.position.offset == part.range.lowerBound else {
        return "misplaced: \(part) in \(node)"
      }
      if let inner = misplaced(part, in: document) { return inner }
    }
    return nil
  }
}

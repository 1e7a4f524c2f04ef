import YAML

/// A field of a case that has a value.
public struct CaseValue: Sendable, Equatable {
  /// The field, with the numbers of elements: "actions.0.owner".
  public var path: String

  /// The value; elements of a list of texts are joined by commas, as `set` takes them.
  public var value: String

  /// The elements, where it is a list of texts.
  var elements: [String]?
}

extension CaseFile {
  /// The fields that have a value, in the order of the file.
  public var values: [CaseValue] {
    CaseField.all.flatMap { field -> [CaseValue] in
      let parts = field.path.split(separator: ".").map(String.init)
      guard let place = parts.firstIndex(of: "NEW") else {
        return value(at: parts.map { .key($0) }, field.kind).map { [$0] } ?? []
      }
      let list = parts[..<place].map { YAMLPath.Step.key($0) }
      let count = document.root[YAMLPath(Array(list))]?.elements?.count ?? 0
      return (0..<count).compactMap { number in
        value(at: list + [.index(number)] + parts[(place + 1)...].map { .key($0) }, field.kind)
      }
    }
  }

  private func value(at steps: [YAMLPath.Step], _ kind: CaseField.Kind) -> CaseValue? {
    guard let node = document.root[YAMLPath(steps)] else { return nil }
    let path = CaseField.path(of: steps)
    if kind == .texts, let elements = node.elements?.compactMap(\.text), !elements.isEmpty {
      return CaseValue(path: path, value: elements.joined(separator: ","), elements: elements)
    }
    guard let text = node.text, !text.isEmpty else { return nil }
    return CaseValue(path: path, value: text, elements: nil)
  }
}

extension Array where Element == Evidence {
  /// What was said of each field last, found or attested.
  private var lastSaid: [String: (value: String, isFound: Bool)] {
    var last: [String: (value: String, isFound: Bool)] = [:]
    for entry in self {
      switch entry.fact {
      case .found(let value): last[value.field] = (value.value, true)
      case .attested(let value): last[value.field] = (value.value, false)
      case .proof, .origin: continue
      }
    }
    return last
  }

  /// The fields of which the last that was said was found, with what was found; those that were withdrawn are none.
  public var found: [String: String] {
    lastSaid.compactMapValues { $0.isFound && !$0.value.isEmpty ? $0.value : nil }
  }

  /// What was said of each field last.
  fileprivate var said: [String: String] { lastSaid.mapValues(\.value) }
}

extension CaseFile {
  /// The values that the evidence does not speak of: somebody wrote them into the file by hand.
  public func values(notIn evidence: [Evidence]) -> [CaseValue] {
    let said = evidence.said
    return values.filter { value in
      guard let elements = value.elements else { return said[value.path] != value.value }
      // Those that were given together, and those that were given one by one.
      let together = CaseField.texts(in: said[value.path] ?? "")
      return !elements.enumerated().allSatisfy { number, element in
        together.contains(element) || said["\(value.path).\(number)"] == element
      }
    }
  }
}

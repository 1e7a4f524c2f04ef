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
    let path = steps.map { step in
      switch step {
      case .key(let name): name
      case .index(let number): "\(number)"
      }
    }.joined(separator: ".")
    if kind == .texts, let elements = node.elements?.compactMap(\.text), !elements.isEmpty {
      return CaseValue(path: path, value: elements.joined(separator: ","), elements: elements)
    }
    guard let text = node.text, !text.isEmpty else { return nil }
    return CaseValue(path: path, value: text, elements: nil)
  }
}

extension CaseContents {
  /// The values that nobody is known to have given: somebody wrote them into the file by hand.
  public var writtenByHand: [CaseValue] {
    var last: [String: String] = [:]
    var given: Set<String> = []
    for entry in evidence {
      switch entry.fact {
      case .found(let value): last[value.field] = value.value
      case .attested(let value):
        last[value.field] = value.value
        given.insert("\(value.field)\u{0}\(value.value)")
      case .proof: continue
      }
    }
    return file.values.filter { value in
      if let known = last[value.path], Self.plain(known) == Self.plain(value.value) { return false }
      // Elements of a list of texts may have been given one by one.
      guard let elements = value.elements else { return true }
      return !elements.enumerated().allSatisfy { number, element in
        given.contains("\(value.path).\(number)\u{0}\(element)")
          || last[value.path].map {
            $0.split(separator: ",").map { Self.plain(String($0)) }.contains(Self.plain(element))
          }
            == true
      }
    }
  }

  /// A value without the white space around its lines, which YAML may fold.
  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing(", ", with: ",")
  }
}

/// A field whose value differs between two texts of a case.
public struct CaseChange: Sendable, Codable, Equatable {
  /// The field, with the numbers of elements: "actions.0.owner".
  public var field: String

  /// What it was; absent where it had no value, or nobody can tell.
  public var old: String?

  /// What it is; absent where it has none any more.
  public var new: String?
}

extension CaseFile {
  /// What differs from an older text: what has a value now in the order of the file, then what has none any more.
  public func changes(from old: CaseFile) -> [CaseChange] {
    let before = Dictionary(old.values.map { ($0.path, $0.value) }) { first, _ in first }
    let now = values
    let standing = Set(now.map(\.path))
    return now.filter { before[$0.path] != $0.value }.map {
      CaseChange(field: $0.path, old: before[$0.path], new: $0.value)
    }
      + old.values.filter { !standing.contains($0.path) }.map {
        CaseChange(field: $0.path, old: $0.value, new: nil)
      }
  }

  /// What the evidence does not speak of: all that can be told of what changed where the older text does not read.
  public func changes(since evidence: [Evidence]) -> [CaseChange] {
    values(notIn: evidence).map { CaseChange(field: $0.path, old: nil, new: $0.value) }
  }
}

public import YAML

/// A wish to set fields of a case: `cause.mechanism=…`, `actions.new.what=…`, `fix.commits=a,b`.
public struct CaseAssignment: Sendable, Equatable {
  /// The field.
  public let field: CaseField

  /// Its path as it was written, part by part.
  public let path: [String]

  /// The value, as text.
  public let value: String

  /// Reads an assignment.
  ///
  /// - Throws: `CaseAssignmentError` with the nearest known field, or the words that the field takes.
  public init(_ text: String) throws(CaseAssignmentError) {
    guard let equals = text.firstIndex(of: "=") else { throw .noValue(text) }
    let name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
    path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let general = path.map { $0 == "new" || Int($0) != nil ? "NEW" : $0 }.joined(separator: ".")
    guard let field = CaseField.all.first(where: { $0.path == general }) else {
      throw .unknownField(name)
    }
    self.field = field
    switch field.kind {
    case .flag where value != "true" && value != "false":
      throw .wrongValue(field: name, value: value, expected: ["true", "false"])
    case .word(let words) where !words.contains(value) && !value.isEmpty:
      throw .wrongValue(field: name, value: value, expected: words)
    default: break
    }
  }

  private var isInList: Bool { field.path.contains("NEW") }

  /// Carries out all assignments; "new" means the same new element in all of them.
  ///
  /// - Throws: `YAMLError` where an element that is named by its number is not there.
  public static func apply(_ assignments: [CaseAssignment], to file: CaseFile) throws(YAMLError) -> CaseFile {
    var file = file
    var started: Set<String> = []
    for assignment in assignments {
      var steps: [YAMLPath.Step] = []
      for part in assignment.path {
        if assignment.isInList, part == "new" {
          let list = assignment.path[0]
          if started.insert(list).inserted { file = try file.appending(.map([]), to: YAMLPath([.key(list)])) }
          let count = file.document.root[YAMLPath([.key(list)])]?.elements?.count ?? 1
          steps.append(.index(count - 1))
        } else if assignment.isInList, let number = Int(part) {
          steps.append(.index(number))
        } else {
          steps.append(.key(part))
        }
      }
      file = try file.setting(YAMLPath(steps), to: assignment.yaml)
    }
    return file
  }

  private var yaml: YAMLValue {
    switch field.kind {
    case .texts:
      let parts = value.split(separator: ",").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      return .list(parts.map { .text($0) })
    default: return value.isEmpty ? .null : .text(value)
    }
  }
}

/// Why an assignment cannot be carried out.
public enum CaseAssignmentError: Error, Sendable, Equatable {
  /// There is no "=" in it.
  case noValue(String)

  /// There is no such field.
  case unknownField(String)

  /// The field takes other values.
  case wrongValue(field: String, value: String, expected: [String])
}

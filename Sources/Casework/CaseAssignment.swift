public import YAML

/// A wish to set fields of a case: `cause.mechanism=…`, `actions.new.what=…`, `fix.commits=a,b`.
public struct CaseAssignment: Sendable, Equatable {
  /// The field.
  public let field: CaseField

  /// Its path as it was written, part by part.
  public let path: [String]

  /// The value, as text.
  public var value: String

  /// Reads an assignment.
  ///
  /// - Throws: `CaseAssignmentError` with the nearest known field, or the words that the field takes.
  public init(_ text: String) throws(CaseAssignmentError) {
    guard let equals = text.firstIndex(of: "=") else { throw .noValue(text) }
    let name = String(text[..<equals])
    value = String(text[text.index(after: equals)...])
    path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let field = CaseField.named(name) else { throw .unknownField(name) }
    self.field = field
    switch field.kind {
    case .flag where value != "true" && value != "false" && !value.isEmpty:
      throw .wrongValue(field: name, value: value, expected: ["true", "false"])
    case .word(let words) where !words.contains(value) && !value.isEmpty:
      throw .wrongValue(field: name, value: value, expected: words)
    default: break
    }
  }

  /// What the gate would say against the value, in one sentence; nil where it says nothing.
  public var doubt: String? { field.path == "cause.mechanism" ? MechanismCheck.doubt(about: value) : nil }

  private var isInList: Bool { field.path.contains("NEW") }

  /// Carries out all assignments; "new" means the same new element in all of them.
  ///
  /// The paths are those of the fields as they came out, with the numbers of new elements.
  ///
  /// - Throws: `YAMLError` where an element that is named by its number is not there.
  public static func apply(
    _ assignments: [CaseAssignment], to file: CaseFile
  ) throws(YAMLError) -> (file: CaseFile, paths: [String]) {
    var file = file
    var started: Set<String> = []
    var paths: [String] = []
    for assignment in assignments {
      if assignment.field.kind == .texts, assignment.path.last == "new" {
        let path = YAMLPath(assignment.path.dropLast().map { .key($0) })
        paths.append("\(assignment.field.path).\(file.document.root[path]?.elements?.count ?? 0)")
        file = try file.appending(.text(assignment.value), to: path)
        continue
      }
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
      paths.append(CaseField.path(of: steps))
    }
    return (file, paths)
  }

  private var yaml: YAMLValue {
    switch field.kind {
    case .texts: return .list(CaseField.texts(in: value).map { .text($0) })
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

  /// It does not fit the case as it is; the text says why.
  case cannotApply(String)

  /// The field takes other values.
  case wrongValue(field: String, value: String, expected: [String])
}

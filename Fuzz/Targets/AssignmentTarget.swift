import Casework
import YAML

/// Wishes to set a field, one in each part, as they come from a command line.
struct AssignmentTarget: FuzzTarget {
  let name = "assignment"

  let shapes = [
    GrowingShape("a."), GrowingShape("x", after: "title="), GrowingShape("a,", after: "fix.commits="),
    GrowingShape("\n", after: "cause.mechanism="), GrowingShape("=", after: "owner"),
    GrowingShape("e\u{301}", after: "title="), GrowingShape("9", after: "actions.", before: ".what=x"),
    GrowingShape("\"\\ ", after: "title="), GrowingShape("\u{1}", after: "title="),
    GrowingShape(" ,", after: "not_covered="), GrowingShape("# \n  ", after: "symptom.text="),
  ]

  func read(_ bytes: [UInt8]) {
    guard let wish = try? CaseAssignment(String(decoding: bytes, as: UTF8.self)),
      let file = try? CaseFile(newFor: "RILL-1")
    else { return }
    _ = try? CaseAssignment.apply([wish], to: file)
  }

  func check(_ input: FuzzInput) throws {
    let template = try CaseFile(newFor: "RILL-1")
    var wishes: [CaseAssignment] = []
    for part in input.parts.prefix(8) {
      let text = String(decoding: part, as: UTF8.self)
      guard let wish = try? CaseAssignment(text) else { continue }
      let again = wish.path.joined(separator: ".") + "=" + wish.value
      try promise(again == text, "\(text.debugDescription) is read as \(again.debugDescription)")
      wishes.append(wish)
    }
    let result: (file: CaseFile, paths: [String])
    do throws(YAMLError) {
      result = try CaseAssignment.apply(wishes, to: template)
    } catch {
      if case .noSuchElement = error.problem { return }
      throw BrokenPromise("a new case does not take \(wishes): \(error)")
    }
    _ = try CaseFile(result.file.document.bytes, name: "case.yaml")
    try CaseEdit(
      before: template.document, after: result.file.document, wishes: wishes, paths: result.paths
    ).check()
  }
}

import Casework
import YAML

/// A `case.yaml`, and assignments to it: one part each.
struct CaseTarget: FuzzTarget {
  let name = "case"

  let shapes = [
    GrowingShape("  - x\n", after: "not_covered:\n"), GrowingShape("  - what: x{}\n", after: "actions:\n"),
    GrowingShape("x, ", after: "key: a\nnot_covered: [", before: "x]\n"),
    GrowingShape("key{}: x\n"), GrowingShape("k{}: x, ", after: "fix: {", before: "}"),
    GrowingShape("title: x\n"), GrowingShape("  line\n", after: "title: |\n"),
    GrowingShape("word ", after: "title: "), GrowingShape("\\u0041", after: "title: \"", before: "\"\n"),
    GrowingShape("''", after: "title: '", before: "'\n"), GrowingShape("[", after: "title: "),
    GrowingShape("{a: ", after: "title: "), GrowingShape("&a{} ", after: "title: "),
    GrowingShape("- &a{} x\n"), GrowingShape("- *a\n", after: "- &a x\n"), GrowingShape("? "),
    GrowingShape("a{}: *a\n", after: "a: &a x\n"), GrowingShape("#\n"), GrowingShape("\n"),
    GrowingShape(" "), GrowingShape("%TAG !a{}! b\n"), GrowingShape("---\n"), GrowingShape("- - \n"),
    GrowingShape("🙂", after: "title: "), GrowingShape("k", before: ": x"), GrowingShape("\u{FFFD}"),
  ]

  func read(_ bytes: [UInt8]) {
    _ = try? CaseFile(bytes, name: "case.yaml").facts()
  }

  func check(_ input: FuzzInput) throws {
    let before: CaseFile
    do throws(YAMLError) {
      before = try CaseFile(input.text, name: "case.yaml")
    } catch {
      try check(error, in: input.text)
      return
    }
    let faults = try faults(of: before)
    let wishes = input.parts.dropFirst().prefix(8).compactMap {
      try? CaseAssignment(String(decoding: $0, as: UTF8.self))
    }
    guard !wishes.isEmpty else { return }
    let edit: CaseEdit
    do throws(YAMLError) {
      let (file, paths) = try CaseAssignment.apply(wishes, to: before)
      edit = CaseEdit(before: before.document, after: file.document, wishes: wishes, paths: paths)
    } catch {
      try check(error, in: nil)
      try checkRefusal(error, of: before.document)
      return
    }
    let again = try read(edit.after)
    try edit.check()
    if faults.isEmpty {
      let left = try self.faults(of: again).filter {
        if case .requiredKey = $0.problem { false } else { true }
      }
      try promise(left.isEmpty, "an edit makes a case unreadable: \(left)\n\(edit.after.text)")
    }
  }

  /// What is wrong with the facts of a file, placed inside of it.
  private func faults(of file: CaseFile) throws -> [YAMLError] {
    do throws(YAMLErrors) {
      _ = try file.facts()
      return []
    } catch {
      for fault in error.errors { try check(fault, in: file.document.bytes) }
      try promise(!error.errors.isEmpty, "facts cannot be read, and nothing says why")
      return error.errors
    }
  }

  private func read(_ document: YAMLDocument) throws -> CaseFile {
    let file: CaseFile
    do throws(YAMLError) {
      file = try CaseFile(document.bytes, name: "case.yaml")
    } catch {
      throw BrokenPromise("an edit leaves no YAML: \(error)\n\(document.text)")
    }
    try promise(file.document.root.value == document.root.value, "what is written is not what is read")
    return file
  }

  private func check(_ error: YAMLError, in text: [UInt8]?) throws {
    let place = error.position
    try promise(place.line > 0 && place.column > 0 && place.offset >= 0, "an error without a place: \(error)")
    if let text { try promise(place.offset <= text.count, "an error behind the text: \(error)") }
    try promise(!error.description.isEmpty, "an error without words: \(error.problem)")
    if case .unexpected(let words) = error.problem { throw BrokenPromise("libyaml's own words: \(words)") }
  }

  private func checkRefusal(_ error: YAMLError, of document: YAMLDocument) throws {
    switch error.problem {
    case .noSuchElement, .cannotEnter, .tooDeep, .tooLarge: return
    // Lines that only a text above makes harmless: of a tab alone, or like a document's marker.
    case .cannotEdit where ["\t", "---", "..."].contains(where: document.text.contains): return
    default: throw BrokenPromise("an edit is refused: \(error)")
    }
  }
}

import Casework
import Declaration
import Markdown
import Rendering
import Spelling
import YAML

extension Failure {
  static func caseStore(_ error: CaseStoreError) -> Failure {
    switch error {
    case .noSuchCase(let key, let known):
      let near = Spelling.nearest(to: key, among: known)
      return Failure(
        "no-case", "There is no case “\(key)” here.",
        near.map { "Did you mean “\($0)”?" } ?? "postmortem new \(key) opens one.", status: .usage)
    case .caseExists(let key):
      return Failure(
        "case-exists", "There is a case “\(key)” already.", "postmortem set \(key) FIELD=VALUE changes it.",
        status: .conflict)
    case .keyTaken(let key, let other):
      return Failure(
        "case-exists",
        "There is a case “\(other)” already, from which “\(key)” differs in capitals and small letters only.",
        "postmortem set \(other) FIELD=VALUE changes it; a case of its own needs another key.",
        status: .conflict)
    case .keyDiffers(let path, let named, let expected):
      return Failure(
        "key-differs", "“\(path)” names the case “\(named)”, and its directory “\(expected)”.",
        "Write `key: \(expected)` there, or rename the directory.")
    case .badKey(let text):
      return Failure(
        "bad-key", "“\(text)” is no key.",
        "Letters, digits, dots, dashes and underscores make a key, 100 of them at most: RILL-142.",
        status: .usage)
    case .editedMeanwhile(let path):
      return Failure(
        "case-edited", "“\(path)” was edited while it was being changed here; it is as it was edited.",
        "Run the command again.", status: .conflict)
    }
  }

  static func assignment(_ error: CaseAssignmentError) -> Failure {
    switch error {
    case .noValue(let text):
      return Failure("no-value", "“\(text)” sets nothing.", "Write FIELD=VALUE.", status: .usage)
    case .unknownField(let name):
      let known = CaseField.all.map { $0.path.replacing("NEW", with: "new") }
      let near = Spelling.nearest(to: name, among: known)
      return Failure(
        "unknown-field", "A case has no field “\(name)”.",
        near.map { "Did you mean “\($0)”?" } ?? "`postmortem manual set | man -l -` lists them.",
        status: .usage)
    case .cannotApply(let text):
      return Failure(
        "cannot-set", "That cannot be set: \(text).",
        "Elements of lists are named by their number, from 0, or by `new`; each needs its `what` or `commit`.",
        status: .usage)
    case .wrongValue(let field, let value, let expected):
      let near = Spelling.nearest(to: value, among: expected).map { " Did you mean “\($0)”?" } ?? ""
      return Failure(
        "wrong-value", "“\(field)” does not take “\(value)”.",
        "One of: \(expected.joined(separator: ", ")).\(near)",
        status: .usage)
    }
  }

  static func nothingToRender(_ error: NothingToRender) -> Failure {
    Failure(
      "nothing-to-render", "“\(error.name)” is neither a file nor a case of this repository.",
      Spelling.nearest(to: error.name, among: error.known).map { "Did you mean “\($0)”?" }
        ?? "Check its path, or the key.")
  }

  static func unreadableADF(_ error: UnreadableADF) -> Failure {
    switch error.fault {
    case .notJSON(let position, let expected):
      Failure(
        "not-json",
        "\(error.name):\(position.line):\(position.column): That is no JSON: here should stand \(expected).",
        "ADF is the JSON of a document, or of an answer that holds one.")
    case .notReadable:
      Failure(
        "unreadable-adf",
        "\(error.name): The JSON is nested more than 512 levels deep, or its text is no Unicode.",
        "Take the document out of it, such as by jq .body.")
    case .noDocument:
      Failure(
        "no-adf", "\(error.name): There is no document of ADF in that JSON.",
        #"Jira answers with one ("type": "doc") by version 3 of its API; version 2 answers with wiki markup."#
      )
    case .several(let paths):
      Failure(
        "several-documents",
        "\(error.name): \(paths.count) documents of ADF stand in that JSON: \(paths.joined(separator: ", ")).",
        "Take one of them: jq '\(paths[0])' FILE | postmortem render - --from adf --to …")
    }
  }

  static func unvouched(_ error: UnvouchedValues) -> Failure {
    Failure(
      "unreadable-evidence",
      (UnreadableLine.words(for: error.unreadable, in: UnreadableLine.evidencePath(of: error.key))
        ?? "Evidence cannot be read")
        + ". Without it nobody has given \(error.fields.joined(separator: ", ")).",
      "Put the line back as git has it; or take it out: then what it said counts as written by hand, and attested by you."
    )
  }

  static func yaml(_ errors: [YAMLError]) -> Failure {
    Failure(
      "bad-case-file", errors.map(\.description).joined(separator: "\n"),
      "Mend the file at that place; nothing was changed.")
  }
}

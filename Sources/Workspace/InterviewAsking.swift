import Casework
import Repository
import Storage
import Subprocess
import YAML

/// Asks one question until the answer stands in the case, or is given up.
struct InterviewAsking {
  let conversation: Conversation
  let attesting: CaseAttesting
  let editor: Editor
  let key: String

  /// The directory of the case.
  let directory: String

  /// What became of a question.
  enum Outcome {
    case stored(CaseState)
    case skipped
    case left
  }

  func ask(_ first: InterviewQuestion) throws -> Outcome {
    var question = first
    while true {
      var text = ""
      switch try conversation.ask(question) {
      case .leave: return .left
      case .skip: return .skipped
      case .text(let typed): text = typed
      case .inEditor:
        guard let written = try write(question) else { continue }
        text = written
      }
      do {
        return .stored(try store(text, in: question.field))
      } catch let error where Self.canBeAnsweredAnew(error) {
        question.refused = .init(text: text, reason: Self.words(for: error))
      }
    }
  }

  /// What the gate would not count is refused like what `set` does not take: there is somebody to ask again.
  private func store(_ text: String, in field: String) throws -> CaseState {
    let assignment = "\(field)=\(text)"
    if let doubt = try CaseAssignment(assignment).doubt { throw DoubtfulAnswer(doubt: doubt) }
    // An arrow key leaves them in a line that is not edited.
    let isPlain = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    guard isPlain else {
      throw DoubtfulAnswer(doubt: "It holds control characters, of an arrow key perhaps.")
    }
    return try attesting.set([assignment], of: key)
  }

  private struct DoubtfulAnswer: Error {
    var doubt: String
  }

  private static func canBeAnsweredAnew(_ error: any Error) -> Bool {
    switch error {
    case is DoubtfulAnswer, is CaseAssignmentError, is AttestationFault, RepositoryError.unknownRevision,
      is YAMLError,
      is YAMLErrors,
      CaseStoreError.editedMeanwhile:
      true
    default: false
    }
  }

  private static func words(for error: any Error) -> String {
    if let error = error as? DoubtfulAnswer { return error.doubt }
    let failure = Failure(error)
    return "\(failure.message) \(failure.remedy)"
  }

  /// Has the answer written in the editor; nil where nothing was.
  private func write(_ question: InterviewQuestion) throws -> String? {
    // Its name is among those that git ignores in a case.
    let path = "\(directory)/case.edit.answer.txt"
    let start = question.refused?.text ?? question.known ?? question.suggestion ?? ""
    try FileTree.write(Array("\(start)\n".utf8), to: path, mode: 0o600)
    do {
      try editor.open(path)
    } catch let error as EditorFailed {
      conversation.tell(.note(Failure(error).message))
      try FileTree.remove(path)
      return nil
    }
    let written = String(decoding: try FileTree.read(path), as: UTF8.self)
    try FileTree.remove(path)
    let text = written.split(separator: "\n", omittingEmptySubsequences: false).reversed()
      .drop { $0.allSatisfy(\.isWhitespace) }.reversed().joined(separator: "\n")
    return text.isEmpty ? nil : text
  }
}

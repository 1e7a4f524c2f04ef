import Casework
import Declaration
import Subprocess

extension Failure {
  static func caseEdit(_ error: CaseEditError) -> Failure {
    switch error {
    case .busy(let key):
      Failure(
        "edit-under-way", "Another `postmortem edit \(key)` is open.", "Close that editor first.",
        status: .conflict)
    }
  }

  /// The reason is that of what happened; what is to be done is told by where the text is.
  static func editRefusal(_ refusal: EditRefusal) -> Failure {
    var failure = Failure(refusal.cause)
    failure.remedy =
      refusal.kept.map { "Nothing of it was taken. Your text is kept: \($0); the next edit opens it again." }
      ?? "Nothing was changed."
    return failure
  }

  /// What it would have asked is told by the commands that do the same.
  static func noTerminal(_ error: NoTerminal) -> Failure {
    let lines = error.steps.map { step in
      switch step {
      case .command(let why, let line): "  \(line)\n      \(why)"
      case .ask(let question): "  \(question.command)\n      \(question.kind.help)"
      }
    }
    let list = lines.isEmpty ? "" : " What it would ask for:\n\(lines.joined(separator: "\n"))"
    return Failure(
      "no-terminal", "An interview needs a terminal, on standard input and standard error.\(list)",
      "postmortem set \(error.key) takes several fields at once.", status: .usage)
  }

  static func editor(_ error: EditorFailed) -> Failure {
    let how =
      switch error.ending {
      case .exit(127): "could not be started"
      case .exit(let status): "ended with status \(status)"
      case .signal(let number): "was ended by signal \(number)"
      }
    return Failure("editor-failed", "The editor “\(error.line)” \(how).")
  }
}

import Declaration
import Delivery
import Proof

extension Failure {
  static func signOffNeeded(_ error: SignOffNeeded) -> Failure {
    let voids = error.voids.map(words)
    return Failure(
      "sign-off-needed",
      "Nothing was sent: a person has to sign it at a terminal first." + (voids.isEmpty ? "" : "\n")
        + voids.joined(separator: "\n"),
      "At a terminal: \(error.command)", status: .signOffNeeded)
  }

  private static func words(_ void: ApprovalSearch.Void) -> String {
    switch void {
    case .expired: "An approval of it has expired: each counts for ten minutes."
    case .other(_, let differs):
      "An approval that is there was given for something else: \(differs.joined(separator: ", ")) differs."
    case .spent: "An approval of it has served already: each serves once."
    case .notPrivate(let path): "“\(path)” approves nothing: others than you can read or write it."
    case .notSealedHere(let path): "“\(path)” approves nothing: it was not written by postmortem here."
    }
  }

  static func notApproved(_ error: NotApproved) -> Failure {
    return Failure(
      "not-approved",
      error.answer.map {
        $0.isEmpty
          ? "Nothing was typed: nothing is signed or sent."
          : "“\($0)” does not approve it: nothing is signed or sent."
      }
        ?? "The input ended: nothing is signed or sent.",
      "These approve: \(Approval.quotedWords).", status: .signOffNeeded)
  }

  static func approvalStore(_ error: ApprovalStoreError) -> Failure {
    switch error {
    case .notPrivate(let path):
      Failure(
        "state-not-private", "“\(path)” can be read or written by others than you: no approval in it counts.",
        "chmod go= \(ShellWord.quoted(path)), if it is yours.",
        status: .configuration)
    case .badKey(let path):
      Failure(
        "state-damaged", "“\(path)” is not as postmortem has written it: no approval there counts.",
        "Remove it; the next sign-off makes it anew.", status: .configuration)
    case .alreadySpent:
      Failure(
        "sign-off-spent", "The approval has served already: nothing was sent.", "Sign it anew.",
        status: .signOffNeeded)
    }
  }

  static func stateDirectory(_ error: StateDirectoryError) -> Failure {
    switch error {
    case .none:
      Failure(
        "no-state", "There is no place for your own state: neither HOME nor XDG_STATE_HOME is set.",
        "Set XDG_STATE_HOME to a directory of yours.", status: .configuration)
    case .noHome:
      Failure(
        "no-home",
        "There is no place for approvals: the system knows no home of this user, and no variable counts.",
        "Give the user an entry with a home in the system's list of users (/etc/passwd).",
        status: .configuration)
    case .inRepository(let path):
      Failure(
        "state-in-repository",
        "Your own state would be in the repository (“\(path)”), where others could put an approval.",
        "Stand in a repository that does not hold your home, and leave XDG_STATE_HOME outside of it.",
        status: .configuration)
    }
  }

  static func recordRefused(_ error: RecordRefused) -> Failure {
    let lines = error.obstacles.map { "  \($0.rule): \($0.message)\n    → \($0.remedy)" }
    return Failure(
      "record-refused",
      "The record of \(error.key) does not pass any more; nothing was sent.\n\(lines.joined(separator: "\n"))",
      "Mend that, and call it again.", status: .refused)
  }

  static func delivery(_ error: DeliveryError) -> Failure {
    switch error {
    case .notInternal(let ticket):
      Failure(
        "not-internal", "No customer reads \(ticket): there are no internal comments there.",
        "Leave --visibility out, or name a role or a group.", status: .usage)
    }
  }
}

import Declaration
import Delivery

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
    let words = Approval.words.map { "“\($0)”" }.joined(separator: ", ")
    return Failure(
      "not-approved",
      error.answer.map { $0.isEmpty ? "Nothing was typed: nothing is signed or sent." : "“\($0)” does not approve it: nothing is signed or sent." }
        ?? "The input ended: nothing is signed or sent.",
      "These approve: \(words).", status: .signOffNeeded)
  }

  static func approvalStore(_ error: ApprovalStoreError) -> Failure {
    switch error {
    case .notPrivate(let path):
      Failure(
        "state-not-private", "“\(path)” can be read or written by others than you: no approval in it counts.",
        "chmod go= '\(path)', if it is yours; else put the state elsewhere by XDG_STATE_HOME.",
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
        "no-state", "There is no place for approvals: neither HOME nor XDG_STATE_HOME is set.",
        "Set XDG_STATE_HOME to a directory of yours.", status: .configuration)
    case .inRepository(let path):
      Failure(
        "state-in-repository",
        "The approvals would be in the repository (“\(path)”), where others could put some.",
        "Set XDG_STATE_HOME to a directory outside of it.", status: .configuration)
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

  static func tracker(_ error: TrackerError) -> Failure {
    switch error {
    case .unreachable(let words):
      Failure(
        "unreachable", "\(words) Nothing was sent.", "The same command may work later.", status: .network)
    case .limited(let status, let messages):
      Failure(
        "rate-limited", said(status, messages, "has had too many requests"), "Wait, and call it again.",
        status: .network)
    case .doubtful(let words):
      Failure(
        "no-answer", words, "Call it again: it looks first what is there, and posts nothing twice.",
        status: .network)
    case .refused(let status, let messages): refusal(status, messages)
    }
  }

  private static func refusal(_ status: Int, _ messages: [String]) -> Failure {
    switch status {
    case 401:
      Failure(
        "not-logged-in", said(status, messages, "does not know who asks"),
        "The token is missing, wrong or has expired: make a new one.", status: .configuration)
    case 403:
      Failure(
        "no-permission", said(status, messages, "does not permit it"),
        "The account needs the permissions Browse Projects and Add Comments there.", status: .configuration)
    case 404:
      Failure(
        "no-ticket", said(status, messages, "knows no such ticket, or does not show it to this account"),
        "Check the key, or name another by --ticket; and whether the account may see it.")
    case 413:
      Failure(
        "ticket-full", said(status, messages, "takes no more: a ticket holds 5,000 comments"),
        "Name another ticket by --ticket, or put the record elsewhere.")
    case 400:
      Failure(
        "comment-refused", said(status, messages, "does not take the comment"),
        "What it says of the comment is to be mended in the record; --visibility names roles and groups as Jira does.")
    default: Failure("tracker-refused", said(status, messages, "refuses it"))
    }
  }

  private static func said(_ status: Int, _ messages: [String], _ what: String) -> String {
    let said = messages.isEmpty ? "" : ": " + messages.joined(separator: " ")
    return "Jira \(what) (\(status))\(said)"
  }
}

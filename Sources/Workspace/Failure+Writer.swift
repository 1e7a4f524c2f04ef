import Declaration
import Network
import Proof
import Spelling
import Writer

extension Failure {
  /// Why a writer gave no prose: no draft is made then.
  static func writer(_ error: WriterError) -> Failure {
    switch error {
    case .unreachable(let error): writerUnreachable(error)
    case .timedOut(let limit):
      noDraft(
        "writer-timed-out", "the writer did not answer within \(limit.components.seconds) s",
        "Try again; `seconds` of the writer, in your settings, says how long is waited.", status: .network)
    case .busy(let status, let said):
      noDraft(
        "writer-busy",
        told(
          status == 429
            ? "the writer takes no more requests for now (429)"
            : "the writer has trouble of its own (\(status))",
          said),
        "Try again in some minutes.", status: .network)
    case .refused(let status, let said): writerRefused(status, said)
    case .noAnswer(let why):
      noDraft(
        "writer-no-answer", "what answered is no answer of that interface: \(why)",
        "Check `kind`, `url` and `model` of the writer in your settings.")
    case .cutOff(let marker):
      noDraft(
        "writer-cut-off", "the writer's answer was cut off (\(marker))",
        "Raise `max_output_tokens` of the writer in your settings, or take a model with a larger context.")
    case .declined(let said):
      noDraft(
        "writer-declined", told("the model declined, or a filter of the server did", said),
        "postmortem draft without --writer needs no model.")
    case .malformed(let why):
      noDraft(
        "writer-malformed", "the writer's answer is not what was asked for: \(why)",
        "Try again, or take a larger model; postmortem draft without --writer needs none.")
    }
  }

  private static func noDraft(
    _ code: String, _ why: String, _ remedy: String, status: ExitStatus = .failed
  ) -> Failure {
    Failure(code, "No draft: \(why).", remedy, status: status)
  }

  /// A sentence, and what the server says itself.
  private static func told(_ sentence: String, _ said: String) -> String {
    var said = said
    while said.hasSuffix(".") { said.removeLast() }
    return said.isEmpty ? sentence : "\(sentence): \(said)"
  }

  private static func writerUnreachable(_ error: HTTPError) -> Failure {
    var sentence = error.sentence
    if sentence.hasSuffix(".") { sentence.removeLast() }
    switch error.cause {
    case .noLibrary, .unfit, .unprotected, .notTrusted, .badCertificates, .redirected:
      return noDraft(
        "writer-access", sentence, "Mend the writer in your settings (docs/writer.md).",
        status: .configuration)
    case .noSuchHost, .noSuchProxy, .noConnection, .timedOut, .tooLong, .broken, .interrupted:
      return noDraft(
        "writer-unreachable", sentence, "Is the server up, and `url` of the writer right?", status: .network)
    }
  }

  private static func writerRefused(_ status: Int, _ said: String) -> Failure {
    switch status {
    case 401, 403:
      noDraft(
        "writer-refused-key", told("the writer does not take the key (\(status))", said),
        "Check `key`, `key_command` or `key_variable` of the writer in your settings.", status: .configuration
      )
    case 404:
      noDraft(
        "writer-unknown", told("there is no such interface or model there (404)", said),
        "Check `url`, `kind` and `model` of the writer in your settings.", status: .configuration)
    default:
      noDraft(
        "writer-refused", told("the writer refuses the request (\(status))", said),
        "What it names is to be changed: the model, its context, or `max_output_tokens` in your settings.")
    }
  }

  static func writerAccess(_ error: WriterAccessError) -> Failure {
    switch error {
    case .noWriter(let name, let known, let path):
      Failure(
        "no-writer",
        known.isEmpty
          ? "Your settings (\(path)) name no writer." : "Your settings (\(path)) name no writer “\(name)”.",
        Spelling.nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
          ?? (known.isEmpty
            ? "docs/writer.md tells how one is named there; nothing needs one."
            : "They name: \(known.joined(separator: ", "))."),
        status: .configuration)
    case .settingsInRepository(let path):
      Failure(
        "settings-in-repository",
        "“\(path)” stands in the repository: others could say where facts are sent.",
        "Have your settings elsewhere: set XDG_CONFIG_HOME to a directory outside of it.",
        status: .configuration)
    case .settingsOpen(let path):
      Failure(
        "settings-open", "“\(path)” can be written by others than you: they could say where facts are sent.",
        "chmod go-w \(ShellWord.quoted(path))", status: .configuration)
    case .noKeyInVariable(let name, let variable):
      Failure(
        "no-key", "\(variable), which is to hold the key for “\(name)”, is not set.",
        "Set it, or name another source of the key in your settings.", status: .configuration)
    case .badKey(let name):
      Failure(
        "no-key", "What is given as the key for “\(name)” is none: it is one line of printable signs.",
        "Copy it again, whole.", status: .configuration)
    }
  }

  static func writerConsent(_ error: WriterConsentNeeded) -> Failure {
    let why =
      switch error.answer {
      case nil: "a person has to agree at a terminal first that facts go to \(error.destination)"
      case ""?: "nothing was typed"
      case let typed?: "“\(typed)” does not agree"
      }
    return Failure(
      "sign-off-needed", "Nothing was sent: \(why).", "At a terminal: \(error.command)",
      status: .signOffNeeded)
  }
}

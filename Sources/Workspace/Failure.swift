import Casework
public import Declaration
import Delivery
import Patterns
import Proof
import Record
import Rendering
import Repository
import Review
import Storage
import Subprocess
import Templates
import Writer
import YAML

/// Why an operation could not be carried out: what, and what to do about it, in words, for every face alike.
public struct Failure: Sendable, Equatable, Encodable {
  /// A word that stays the same, for programs.
  public var code: String

  /// What is wrong, in one sentence.
  public var message: String

  /// What to do, in one sentence; empty where nobody can tell.
  public var remedy: String

  /// What the process says to its caller.
  public var status: ExitStatus

  init(_ code: String, _ message: String, _ remedy: String = "", status: ExitStatus = .failed) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.status = status
  }

  private enum CodingKeys: String, CodingKey {
    case code, message, remedy
  }

  /// The failure that an error is.
  public init(_ error: any Error) {
    switch error {
    case let error as UsageError: self = .usage(error)
    case let error as PatternError:
      self.init(
        "bad-pattern",
        "The pattern “\(error.source)” is no regular expression: \(error.message), at byte \(error.offset).",
        "Put the characters that stand for themselves behind a backslash.", status: .usage)
    case let error as RepositoryError: self = .repository(error)
    case let error as NoRecord:
      self.init(
        "no-record", "There is no record of “\(error.key)” yet.", "postmortem draft \(error.key) writes it.")
    case let error as TextTooLong:
      self.init(
        "too-long",
        "The text has \(error.units) characters with all its logs shortened; \(error.destination) takes \(error.limit).",
        "Shorten its prose, or attach it as a file.")
    case let error as NothingToRender: self = .nothingToRender(error)
    case let error as NoChangeToRecall:
      self.init(
        "root-commit", "\(error.root.short) is a root commit: there is nothing before it that it changes.",
        "Name a later commit, or a range.")
    case let error as NoRecords:
      self.init(
        "no-records", "There are no records: “\(error.directory)” does not exist.",
        "postmortem draft writes the first one; or name what is to be looked at.")
    case let error as UnknownRule: self = .unknownRule(error)
    case let error as DuplicateRule: self = .duplicateRule(error)
    case let error as NoStyle:
      self.init(
        "no-style", "There is no rule in “\(error.directory)”, which the settings call a style.",
        "A style is a directory with files of rules (.yml) in it: styles/write-good, not styles.")
    case let error as NoTeamRules:
      self.init(
        "no-team-rules", "The team has no rules: there is no file in “\(error.directory)”.",
        "docs/team-rules.md tells how one is written; or name a file.")
    case let error as UnreadableADF: self = .unreadableADF(error)
    case let error as RecordEditError:
      self.init(
        "record-edit", "The record that is there cannot take the new text: \(error).",
        "Mend that section by hand, or move it away and draft anew.")
    case let error as RecordDraftError: self = .draft(error)
    case let error as TemplateErrors: self = .templates(error)
    case let error as StrayTemplate: self = .strayTemplate(error)
    case let error as UnknownSection: self = .unknownSection(error)
    case let error as UnvouchedValues: self = .unvouched(error)
    case let error as CaseStoreError: self = .caseStore(error)
    case let error as CaseEditError: self = .caseEdit(error)
    case let error as EditRefusal: self = .editRefusal(error)
    case let error as EditorFailed: self = .editor(error)
    case let error as CopyGone:
      self.init("copy-gone", "The editor has removed “\(error.path)”.")
    case let error as EditConflict:
      self.init(
        "case-edited",
        "“\(error.path)” was changed meanwhile, on lines that you changed too; it is as it was changed.",
        status: .conflict)
    case let error as NoTerminal: self = .noTerminal(error)
    case is ConversationInterrupted:
      self.init("interrupted", "Interrupted.", "What was accepted before is kept.", status: .interrupted)
    case let error as AttestationFault:
      self.init("not-attestable", error.message, error.remedy, status: .usage)
    case let error as CaseAssignmentError: self = .assignment(error)
    case let error as LedgerReferenceError: self = .ledgerReference(error)
    case let error as LedgerImportError: self = .ledgerImport(error)
    case let error as YAMLErrors: self = .yaml(error.errors)
    case let error as YAMLError: self = .yaml([error])
    case let error as FixSpanError: self = .fixSpan(error)
    case let error as ReproError: self = .repro(error)
    case let error as LauncherTemplateError: self = .launcher(error)
    case let error as ProofError: self = .proof(error)
    case let error as LeadsElsewhere:
      self.init(
        "leads-elsewhere", "“\(error.path)” leads out of the repository.",
        "Put the file or directory itself there, not a link to one elsewhere.")
    case let error as FileError: self = .file(error, in: .workingTree)
    case let error as CacheError: self = .file(error.cause, in: .cache)
    case let error as TrackerError: self = .tracker(error)
    case let error as JiraAccessError: self = .jiraAccess(error)
    case let error as UserSettingsError: self = .userSettings(error)
    case let error as WriterAccessError: self = .writerAccess(error)
    case let error as WriterError: self = .writer(error)
    case let error as WriterConsentNeeded: self = .writerConsent(error)
    case let error as FactsChanged:
      self.init(
        "facts-changed", "The facts of \(error.key) changed while the writer was asked: nothing was written.",
        "Call it again.", status: .conflict)
    case let error as LibCurlUnfit: self = .libCurl(error)
    case let error as MayNotComment: self = .mayNotComment(error)
    case let error as SubprocessError: self = .subprocess(error)
    case let error as SignOffNeeded: self = .signOffNeeded(error)
    case let error as NotApproved: self = .notApproved(error)
    case let error as ApprovalStoreError: self = .approvalStore(error)
    case let error as StateDirectoryError: self = .stateDirectory(error)
    case let error as RecordRefused: self = .recordRefused(error)
    case let error as DeliveryError: self = .delivery(error)
    case let error as TicketChanged:
      self.init(
        "ticket-changed", "\(error.ticket) changed while you read: nothing was sent.",
        "Call it again, to see and sign what is to be done now.", status: .conflict)
    case let error as DeliveryUnderWay:
      self.init(
        "delivery-under-way", "Another process is delivering \(error.key).", "Wait for it, or end it.",
        status: .conflict)
    case let error as NoTicket:
      self.init(
        "no-ticket-named", "Nobody says on which ticket the record of “\(error.key)” belongs.",
        "postmortem set \(error.key) ticket=URL, or name it by --ticket.", status: .usage)
    case let error as MergeHookError: self = .mergeHook(error)
    case is NoHome:
      self.init(
        "no-home", "HOME names no directory, so nobody knows where your own skills belong.",
        "Set HOME to your home, or install them into the repository: without --user.", status: .configuration)
    case is Interrupted:
      self.init("interrupted", "Interrupted before the first run.", status: .interrupted)
    default:
      self.init("unexpected", "An error that nobody foresaw: \(error).", "Please report it.")
    }
  }
}

extension Failure {
  /// The directory to work in does not exist.
  public static func noDirectory(_ path: String) -> Failure {
    Failure(
      "no-directory", "The directory “\(path)” does not exist.", "Check the path behind -C.", status: .usage)
  }
}

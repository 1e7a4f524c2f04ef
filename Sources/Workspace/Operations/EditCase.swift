public import Casework
public import Declaration
public import Masking
public import Record
import Repository
import YAML

/// Edits a case in an editor.
public struct EditCase: WorkspaceOperation {
  /// The key.
  @Argument(help: ArgumentHelp("The case.", valueName: "key"))
  public var key: String

  /// Who says so.
  @Option(help: ArgumentHelp("Who attests it; git's user.name unless given.", valueName: "name"))
  public var by: String?

  /// Secrets that are let through.
  @OptionGroup(title: "Secrets") public var secrets: SecretMasking

  /// What people are told of the operation.
  public static let configuration = OperationConfiguration(
    name: "edit",
    abstract: "Open case.yaml in your editor, and check it when you close it.",
    discussion: """
      The editor is $VISUAL, $EDITOR, git's core.editor, or vi. It edits a copy, case.edit.yaml in the folder of the case, \
      which git ignores. When you close it, the text is checked and takes the place of case.yaml, and each value that you \
      changed goes into the evidence as attested by you, as `set` does it; commits of a fix are named in full, and what git \
      knows of a new one is found. A case.yaml that does not read can be opened and mended like this.

      A text that does not read is not taken: the errors are shown with their places, and you may edit again, or leave it. \
      It is kept then, and the next edit offers it again. If the editor ends with another status than 0, nothing is changed.

      Nobody is kept waiting while the editor is open. What others changed in case.yaml meanwhile is merged; where both \
      changed the same lines, edit refuses (exit status 6), both texts are kept, and the next edit shows both.
      """,
    examples: [
      .init("postmortem edit RILL-142", "Edit the facts of a case."),
      .init("EDITOR='code --wait' postmortem edit RILL-142", "The same in another editor."),
    ],
    exitStatuses: [
      .succeeded: "saved, or nothing was changed", .failed: "the text does not read, or the editor failed",
      .usage: "no such case", .conflict: "somebody else changed the same lines, or is editing",
      .interrupted: "interrupted; the text is kept",
    ])

  /// The fields as declared.
  public init() {}

  /// Edits it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func run(in workspace: Workspace) throws -> EditReport {
    let desk = try CaseDesk(in: workspace)
    let attesting = try CaseAttesting(at: desk, masking: secrets, by: by, in: workspace)
    let editor = Editor(in: workspace, repository: desk.repository)
    let edit = try CaseEdit(of: key, in: desk.store)
    do {
      return try run(edit, editor, attesting, workspace.conversation)
    } catch let error where error is Interrupted || error is ConversationInterrupted {
      throw EditRefusal(cause: ConversationInterrupted(), kept: try keep(edit))
    }
  }

  private func run(
    _ edit: CaseEdit, _ editor: Editor, _ attesting: CaseAttesting, _ conversation: Conversation?
  ) throws -> EditReport {
    let resumes = try resume(edit, in: attesting.desk, conversation)
    if !resumes { try edit.begin() }
    while true {
      do {
        try editor.open(edit.path)
      } catch let error as EditorFailed {
        throw EditRefusal(cause: error, kept: try keep(edit))
      }
      do {
        var report = try CaseSaving(edit, of: key, by: attesting).save()
        report.resumes = resumes
        try edit.end()
        return report
      } catch let error where CaseSaving.canBeMended(error) {
        guard let conversation, try conversation.confirm(Failure(error).message, "Edit again?")
        else { throw EditRefusal(cause: error, kept: try keep(edit)) }
      }
    }
  }

  /// Whether a text that an earlier edit left is to be gone on with; one that is not is kept under another name.
  private func resume(_ edit: CaseEdit, in desk: CaseDesk, _ conversation: Conversation?) throws -> Bool {
    guard try edit.holdsLeftText() else { return false }
    let news = "An earlier edit was not saved: \(edit.path)"
    if let conversation, try !conversation.confirm(news, "Go on with it?") {
      conversation.tell(.note("It is kept as \(try edit.setAside())."))
      return false
    }
    if try !edit.catchUp(in: desk.repository, takesMarks: true) {
      conversation?.tell(
        .note("case.yaml was changed since. Lines that both changed stand there twice, between marks."))
    }
    return true
  }

  /// Where the text is kept that was not taken; nil where there is none beside that of the case.
  private func keep(_ edit: CaseEdit) throws -> String? {
    if try edit.holdsLeftText() { return edit.path }
    try edit.end()
    return nil
  }

  /// Always 0: what could not be saved is an error.
  public static func exitStatus(of report: EditReport) -> ExitStatus { .succeeded }
}

/// What an edit changed.
public struct EditReport: Sendable, Encodable, MaskingResult {
  /// The name and version of this document's format.
  public var schema = "postmortem/edit/1"

  /// The case.
  public var key: String

  /// Its file.
  public var path: String

  /// Whether the file has another text than before.
  public var isSaved: Bool

  /// The values that changed.
  public var changes: [CaseChange] = []

  /// Who attests them.
  public var by: String

  /// What was found in the repository of a fix that was named.
  public var found: [FoundValue] = []

  /// What of such a fix could not be looked at: worth a look, and closes nothing.
  public var remarks: [RecordRemark] = []

  /// Whether it went on with the text of an earlier edit.
  public var resumes = false

  /// Whether changes that others made meanwhile were merged.
  public var isMerged = false

  /// The secrets that are masked in what is kept; absent where there are none.
  public var masked: [MaskedPlace]?

  /// The gate as it stands now; absent where nothing was saved, or git could not be asked.
  public var gate: GateReport?
}

/// An edit that was not taken.
struct EditRefusal: Error {
  /// Why.
  var cause: any Error

  /// Where the text is; nil where it holds nothing new.
  var kept: String?
}

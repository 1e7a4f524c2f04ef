import Casework
public import Grounding
public import Record
public import Review
import Storage
import Synchronization

/// Reviews records while they are written: what was read of the repository is kept from one look to the next.
///
/// A look asks neither git nor the disk, but for the time of the settings; names that were not looked up yet are left out.
public final class LiveReview: Sendable {
  /// The root of the working tree; nil outside of one.
  public var root: String? { desk?.root }

  private let desk: CaseDesk?

  private struct State {
    var project: ProjectReview
    var lookedUp: [RecordSubject: LookedUp] = [:]
  }

  private let state: Mutex<State>

  /// As many subjects are kept: more records at once are open in no editor.
  private static let mostSubjects = 32

  /// The review of the records around the workspace's directory.
  public init(in workspace: Workspace) {
    let desk = try? CaseDesk(in: workspace)
    self.desk = desk
    state = Mutex(State(project: ProjectReview(root: desk?.root)))
  }

  private var project: ProjectReview {
    state.withLock { state in
      if !state.project.isCurrent { state.project = ProjectReview(root: root) }
      return state.project
    }
  }

  /// Why the settings cannot be used; nil where they can.
  public var settingsFault: Failure? { project.fault }

  /// The rules that records are held against.
  public var catalogue: RuleCatalogue { project.review.catalogue }

  /// Where a file stands, from the root of the working tree; nil where it stands in none.
  public func place(of path: String) -> String? {
    guard let root else { return nil }
    if let place = Path.relative(path, to: root) { return place }
    // The way there may lead through links.
    let directory = FileTree.realPath(Path.parent(path))
    return directory.flatMap { Path.relative("\($0)/\(Path.name(path))", to: root) }
  }

  /// Whether a text is a record: its front matter names a key, or it stands where records do.
  ///
  /// - Parameter path: from the root of the working tree; empty where it stands in none.
  public func isRecord(_ record: RecordDocument, at path: String) -> Bool {
    if !path.isEmpty, Path.relative(path, to: project.settings.recordDirectory) != nil { return true }
    return RecordSubject(of: record).key != nil
  }

  // MARK: Looks

  /// What is found with what is known by now.
  ///
  /// - Parameter toneAlone: for texts that are no records.
  public func findings(in record: RecordDocument, at path: String, toneAlone: Bool = false) -> [Finding] {
    if toneAlone {
      return project.review.findings(in: record, at: path, families: [.tone, .team, .allowance])
    }
    let known = lookedUp(for: record)
    let claims = known.map { known in (known, known.claims(in: record)) }
    let judged = claims.map { $0.known($1) }
    return project.review.findings(
      in: record, at: path, claims: judged, areClaimsWhole: judged?.count == claims?.1.count,
      persons: known?.persons ?? [])
  }

  /// What the record becomes when all that needs nobody's judgement is mended.
  public func mended(_ record: RecordDocument, at path: String) -> [UInt8] {
    Mending(of: record.text, findings(in: record, at: path)) { text in
      findings(in: RecordDocument(text), at: path)
    }.text
  }

  /// The claims of a record that were looked up by now.
  public func claims(in record: RecordDocument) -> [JudgedClaim] {
    lookedUp(for: record).map { $0.known($0.claims(in: record)) } ?? []
  }

  /// What there is to be named in it; nil where nobody has looked yet.
  public func offer(for record: RecordDocument) -> RecordOffer? { lookedUp(for: record)?.offer }

  private func lookedUp(for record: RecordDocument) -> LookedUp? {
    let subject = RecordSubject(of: record)
    return state.withLock { $0.lookedUp[subject] }
  }

  // MARK: Looking up

  /// Looks up what a record names and was not looked up yet, which may take long.
  ///
  /// - Parameter anew: whether all is looked up again, as after a file was saved.
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  public func lookUp(namesOf record: RecordDocument, anew: Bool = false) throws {
    guard let desk else { return }
    let subject = RecordSubject(of: record)
    let known = state.withLock { $0.lookedUp[subject] }
    var result: LookedUp
    if let known, !anew, known.mark == LookedUp.Mark(of: subject, at: desk) {
      result = known
    } else {
      result = try LookedUp(for: record, subject, at: desk)
    }
    try result.add(result.claims(in: record))
    state.withLock { [result] state in
      if state.lookedUp.count >= Self.mostSubjects, state.lookedUp[subject] == nil { state.lookedUp = [:] }
      state.lookedUp[subject] = result
    }
  }
}

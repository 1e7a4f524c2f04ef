import Casework
import Grounding
import Record
import Repository
import Storage

/// What was looked up for a record, and what to look up more with.
struct LookedUp: Sendable {
  /// By what one sees that something was written since.
  struct Mark: Sendable, Equatable {
    let files: [FileMark?]
    let head: String?

    /// As it is now.
    init(of subject: RecordSubject, at desk: CaseDesk) {
      let names = ["case.yaml", "evidence.jsonl", "ledger.jsonl"]
      files = subject.key.map { key in names.map { FileMark("\(desk.store.directory)/\(key)/\($0)") } } ?? []
      head = (try? desk.repository.commit("HEAD"))?.id.digits
    }
  }

  /// A claim wherever it stands.
  struct Name: Hashable {
    let kind: Claim.Kind
    let text: String
    let about: String?
    let counted: [String]

    init(_ claim: Claim) {
      (kind, text, about, counted) = (claim.kind, claim.text, claim.about, claim.counted)
    }
  }

  let mark: Mark
  let offer: RecordOffer

  /// Who is known by name.
  let persons: Set<String>
  private let branches: Set<String>
  private let grounding: Grounding
  private var judged: [Name: JudgedClaim] = [:]

  /// Reads what is needed of the repository and the case.
  ///
  /// - Throws: errors of the rooms below.
  init(for record: RecordDocument, _ subject: RecordSubject, at desk: CaseDesk) throws {
    mark = Mark(of: subject, at: desk)
    let sources = try RecordGrounding(desk).sources(for: record)
    grounding = try Grounding(sources)
    persons = Set(sources.persons.keys)
    branches = Set(sources.branches.keys)
    let facts = try subject.key.flatMap { try? desk.store.read($0) }?.file.facts()
    offer = RecordOffer(try FixNames(sources), facts)
  }

  /// The claims of a record.
  func claims(in record: RecordDocument) -> [Claim] {
    ClaimReader.claims(in: record, persons: persons, branches: branches)
  }

  /// Looks up those of these claims that were not looked up yet.
  mutating func add(_ claims: [Claim]) throws {
    var missing: [Name: Claim] = [:]
    for claim in claims where judged[Name(claim)] == nil { missing[Name(claim)] = claim }
    guard !missing.isEmpty else { return }
    for found in try grounding.judge(Array(missing.values)) { judged[Name(found.claim)] = found }
  }

  /// Those of these claims that were looked up.
  func known(_ claims: [Claim]) -> [JudgedClaim] {
    claims.compactMap { claim in
      guard var known = judged[Name(claim)], !known.isIdle else { return nil }
      known.claim = claim
      return known
    }
  }
}

import Casework
import Markdown
import Repository
import Storage

/// Holds claims against what was measured, what the repository has, and what people state.
public struct Grounding: Sendable {
  let sources: GroundingSources
  let texts: RepositoryTexts
  let measured: EvidenceTexts
  private let attested: EvidenceTexts
  private let furtherAttested = FurtherTexts()

  /// Reads what is needed of the sources.
  ///
  /// - Throws: `RepositoryError` where git fails.
  public init(_ sources: GroundingSources) throws {
    self.sources = sources
    texts = try RepositoryTexts(sources)
    measured = EvidenceTexts(sources.measured)
    attested = EvidenceTexts(sources.attested)
  }

  /// How each claim stands, in the same order.
  public func judge(_ claims: [Claim]) throws -> [JudgedClaim] {
    var words: Set<String> = []
    for claim in claims {
      if claim.kind == .identifier { words.insert(claim.text) }
      // `point.y` has the shape of a file, too.
      if claim.kind == .path, !claim.text.contains("/") { words.formUnion(Self.parts(of: claim.text)) }
    }
    let places = try texts.places(of: words)
    let paths = claims.filter { $0.kind == .path }.map(\.text)
    let namedPaths = try texts.places(ofNamed: Set(paths.filter { try texts.place(of: $0) == nil }))
    let named = try commits(namedBy: claims)
    let versions = claims.filter { $0.kind == .version }.map(\.text)
    let tags = versions.isEmpty ? [] : try texts.repository.tags()
    let days =
      claims.contains { $0.kind == .date }
      ? try self.days(
        of: named.commits.sorted { $0.key < $1.key }.map(\.value), tags: versions.flatMap(Self.tags(for:)))
      : [:]
    let judged = try claims.map { claim in
      switch claim.kind {
      case _ where claim.isTentative: try judge(tentative: claim, places, namedPaths)
      case .identifier: addingProof(to: try judge(name: claim, places))
      case .path: addingProof(to: try judge(path: claim, places, namedPaths))
      case .line: try judge(line: claim)
      case .commit: judge(commit: claim, named)
      case .version: try judge(version: claim, tags)
      case .reference: try judge(reference: claim)
      case .number: try judge(figure: claim)
      case .quotation: try judge(quotation: claim)
      case .date: try judge(date: claim, days, of: named.commits)
      case .person: try judge(person: claim)
      case .address: try judge(address: claim)
      case .order: try judge(order: claim)
      case .evidence: judge(evidence: claim)
      }
    }
    sources.memory.save()
    return judged
  }

  /// What the names of commits in a record name.
  struct NamedCommits {
    var namings: [String: ObjectNaming] = [:]
    var commits: [String: Commit] = [:]
    var besideMain: [ObjectID: [String]] = [:]
  }

  private func commits(namedBy claims: [Claim]) throws -> NamedCommits {
    let names = Set(claims.filter { $0.kind == .commit }.map(\.text) + claims.compactMap(\.about)).sorted()
    guard !names.isEmpty else { return NamedCommits() }
    var named = NamedCommits()
    var ids: [String: ObjectID] = [:]
    for (name, naming) in zip(names, try texts.repository.objects(named: names)) {
      named.namings[name] = naming
      if case .object(let id, kind: "commit") = naming { ids[name] = id }
    }
    if claims.contains(where: { $0.kind == .date }) {
      let commits = try texts.repository.commits(Set(ids.values))
      named.commits = ids.compactMapValues { commits[$0] }
    }
    named.besideMain = try Landing(sources).branches(losing: Set(ids.values))
    return named
  }

  static func parts(of text: String) -> [String] {
    text.utf8.split { !Letters.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Evidence

  /// A claim that a run printed, or that somebody states; nil where neither is so.
  func inEvidence(_ claim: Claim, _ label: (EvidenceTexts) -> String?) throws -> JudgedClaim? {
    if let label = label(measured) { return JudgedClaim(claim: claim, standing: .measured, source: label) }
    let stated = try label(attested) ?? label(furtherAttested.texts(asking: sources.furtherAttested))
    return stated.map { JudgedClaim(claim: claim, standing: .attested, source: $0) }
  }

  func notInEvidence(_ claim: Claim) -> JudgedClaim {
    sources.measured.isEmpty && sources.attested.isEmpty
      ? JudgedClaim(claim: claim, standing: nil, source: "there is no evidence of this record here")
      : JudgedClaim(claim: claim, standing: .unsupported, source: "")
  }

  // MARK: What is not there

  /// A claim about something outside of the repository, unless somebody or something here has it.
  func elsewhere(_ claim: Claim, _ reason: String) throws -> JudgedClaim {
    try inEvidence(claim) { $0.label(holding: claim.text) }
      ?? JudgedClaim(claim: claim, standing: nil, source: reason)
  }

  /// What is not known to be there is false only where all that could have it is here.
  func missing(_ claim: Claim, _ suggestion: String?) -> JudgedClaim {
    if !sources.gap.isEmpty {
      return JudgedClaim(claim: claim, standing: nil, source: sources.gap, suggestion: suggestion)
    }
    return JudgedClaim(claim: claim, standing: .unsupported, source: "", suggestion: suggestion)
  }
}

import Casework
import Markdown
import Repository
import Storage

/// Holds claims against what was measured, what the repository has, and what people state.
public struct Grounding: Sendable {
  private let sources: GroundingSources
  private let texts: RepositoryTexts
  private let measured: EvidenceTexts
  private let attested: EvidenceTexts

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
    let commits = claims.filter { $0.kind == .commit }.map(\.text)
    let namings = Dictionary(
      zip(commits, try texts.repository.objects(named: commits)), uniquingKeysWith: { first, _ in first })
    let tags = claims.contains { $0.kind == .version } ? try texts.repository.tags() : []
    return try claims.map { claim in
      switch claim.kind {
      case .identifier: judge(name: claim, places)
      case .path: try judge(path: claim, places, namedPaths)
      case .line: try judge(line: claim)
      case .commit: judge(commit: claim, namings[claim.text] ?? .missing)
      case .version: judge(version: claim, tags)
      case .reference: judge(reference: claim)
      case .number: judge(figure: claim)
      case .quotation: judge(quotation: claim)
      }
    }
  }

  private static func parts(of text: String) -> [String] {
    text.utf8.split { !Letters.isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Kinds

  private func judge(name claim: Claim, _ places: [String: String]) -> JudgedClaim {
    if let place = places[claim.text] { return JudgedClaim(claim: claim, standing: .found, source: place) }
    if let label = measured.label(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .measured, source: label)
    }
    return missing(claim, texts.changed.nearest(to: claim.text))
  }

  private func judge(
    path claim: Claim, _ places: [String: String], _ namedPaths: [String: String]
  ) throws -> JudgedClaim {
    if let place = try texts.place(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .found, source: place.label)
    }
    if let root = texts.repository.workTree, Path.isWithin(claim.text),
      FileTree.isFile("\(root)/\(claim.text)") || FileTree.isDirectory("\(root)/\(claim.text)")
    {
      return JudgedClaim(claim: claim, standing: .found, source: "the working tree")
    }
    if let label = measured.label(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .measured, source: label)
    }
    let parts = Self.parts(of: claim.text)
    if !claim.text.contains("/"), let place = places[parts[0]], parts.allSatisfy({ places[$0] != nil }) {
      return JudgedClaim(claim: claim, standing: .found, source: place)
    }
    if let place = namedPaths[claim.text] {
      return JudgedClaim(claim: claim, standing: .found, source: place)
    }
    return missing(claim, try texts.nearest(toPath: claim.text))
  }

  private func judge(line claim: Claim) throws -> JudgedClaim {
    let parts = claim.text.split(separator: ":")
    guard parts.count == 2, let number = Int(parts[1]), let place = try texts.place(of: String(parts[0])),
      let file = place.file
    else {
      if let label = measured.label(of: claim.text) {
        return JudgedClaim(claim: claim, standing: .measured, source: label)
      }
      return missing(claim, try parts.first.flatMap { try texts.nearest(toPath: String($0)) })
    }
    let count = try texts.lineCount(of: file, in: place.commit) ?? 0
    if number >= 1, number <= count {
      return JudgedClaim(claim: claim, standing: .found, source: place.label)
    }
    var judged = missing(claim, nil)
    judged.source = "\(file) has \(count) lines in \(place.label)"
    return judged
  }

  private func judge(commit claim: Claim, _ naming: ObjectNaming) -> JudgedClaim {
    switch naming {
    case .object(let id, let kind):
      let known = texts.commits.first { $0.commit.id == id }?.label
      return JudgedClaim(claim: claim, standing: .found, source: known ?? "a \(kind) of the repository")
    case .ambiguous:
      var judged = missing(claim, nil)
      judged.source = "more than one object begins with it"
      return judged
    case .missing:
      if let label = measured.label(holding: claim.text) {
        return JudgedClaim(claim: claim, standing: .measured, source: label)
      }
      let known = texts.commits.map { String($0.commit.id.digits.prefix(claim.text.utf8.count)) }
      var vocabulary = Vocabulary()
      for name in known { vocabulary.insert(name) }
      return missing(claim, vocabulary.nearest(to: claim.text))
    }
  }

  private func judge(version claim: Claim, _ tags: Set<String>) -> JudgedClaim {
    let bare = claim.text.hasPrefix("v") ? String(claim.text.dropFirst()) : claim.text
    if let tag = [claim.text, bare, "v\(bare)"].first(where: tags.contains) {
      return JudgedClaim(claim: claim, standing: .found, source: "the tag \(tag)")
    }
    // It may be the release of something else, about which nothing here knows.
    return elsewhere(claim, "no tag of this repository")
  }

  private func judge(reference claim: Claim) -> JudgedClaim {
    if let named = texts.commits.first(where: { holds(claim.text, in: $0.commit.subject) }) {
      return JudgedClaim(
        claim: claim, standing: .found, source: "the message of \(named.commit.id.digits.prefix(10))")
    }
    return elsewhere(claim, "the tracker is not asked")
  }

  private func holds(_ reference: String, in subject: String) -> Bool {
    let text = Array(subject.utf8)
    guard let place = text.place(of: reference.utf8) else { return false }
    let end = place + reference.utf8.count
    return end == text.count || !Letters.isDigit(text[end])
  }

  private func judge(figure claim: Claim) -> JudgedClaim {
    // A thousand may be written either way.
    for text in [claim.text, claim.text.filter { $0 != "," }] {
      if let judged = inEvidence(claim, { $0.label(of: text) }) { return judged }
    }
    if texts.changed.contains(claim.text) {
      return JudgedClaim(claim: claim, standing: .found, source: "the files that the fix changes")
    }
    return notInEvidence(claim)
  }

  private func judge(quotation claim: Claim) -> JudgedClaim {
    inEvidence(claim) { $0.label(holding: claim.text) } ?? notInEvidence(claim)
  }

  // MARK: Evidence

  /// A claim that a run printed, or that somebody states; nil where neither is so.
  private func inEvidence(_ claim: Claim, _ label: (EvidenceTexts) -> String?) -> JudgedClaim? {
    if let label = label(measured) { return JudgedClaim(claim: claim, standing: .measured, source: label) }
    return label(attested).map { JudgedClaim(claim: claim, standing: .attested, source: $0) }
  }

  private func notInEvidence(_ claim: Claim) -> JudgedClaim {
    sources.measured.isEmpty && sources.attested.isEmpty
      ? JudgedClaim(claim: claim, standing: nil, source: "there is no evidence of this record here")
      : JudgedClaim(claim: claim, standing: .unsupported, source: "")
  }

  // MARK: What is not there

  /// A claim about something outside of the repository, unless somebody or something here has it.
  private func elsewhere(_ claim: Claim, _ reason: String) -> JudgedClaim {
    inEvidence(claim) { $0.label(holding: claim.text) }
      ?? JudgedClaim(claim: claim, standing: nil, source: reason)
  }

  /// What is not known to be there is false only where all that could have it is here.
  private func missing(_ claim: Claim, _ suggestion: String?) -> JudgedClaim {
    if !sources.gap.isEmpty {
      return JudgedClaim(claim: claim, standing: nil, source: sources.gap, suggestion: suggestion)
    }
    return JudgedClaim(claim: claim, standing: .unsupported, source: "", suggestion: suggestion)
  }
}

/// Texts that claims may stand in.
private struct EvidenceTexts: Sendable {
  private let texts: [(label: String, bytes: [UInt8], words: Vocabulary)]

  init(_ texts: [GroundingSources.Text]) {
    self.texts = texts.map { text in
      var words = Vocabulary()
      words.add(text.bytes)
      return (text.label, text.bytes, words)
    }
  }

  /// The first text that has the word, or the words in one piece.
  func label(of text: String) -> String? {
    let isWord = text.utf8.allSatisfy(Letters.isWord)
    return isWord ? texts.first { $0.words.contains(text) }?.label : label(holding: text)
  }

  /// The first text that has the bytes.
  func label(holding text: String) -> String? {
    texts.first { $0.bytes.place(of: text.utf8) != nil }?.label
  }
}

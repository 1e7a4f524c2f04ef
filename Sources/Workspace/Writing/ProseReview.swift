import Casework
import Grounding
import Record
import Review

/// Holds sentences of a model against the rules that records are held against.
///
/// A project weighs rules for what people write; whatever it says, a model's sentence has to pass them as they are.
struct ProseReview {
  private let front: [UInt8]
  private let grounding: Grounding
  private let branches: Set<String>
  private let own: RecordReview
  private let project: RecordReview
  private let path: String

  /// - Parameters:
  ///   - draft: the record without a model's prose: its front matter says what it is about.
  ///   - path: the record's, from the root.
  ///   - names: the persons whom the case knows, by whom a fault is blame.
  init(like draft: RecordDocument, at path: String, naming names: [String], of desk: CaseDesk) throws {
    front = draft.frontMatter.map { Array(draft.text[$0.range]) } ?? []
    let sources = try RecordGrounding(desk).sources(for: draft)
    grounding = try Grounding(sources)
    branches = Set(sources.branches.keys)
    own = RecordReview(names: names)
    project = try ProjectFiles(root: desk.root).review()
    self.path = path
  }

  /// Why sentences cannot stand, in their order; nil for those that can.
  func faults(of sentences: [(section: SectionKind, text: String)]) throws -> [String?] {
    var text = front
    var places: [Range<Int>] = []
    for (section, sentence) in sentences {
      text += Array("\n## \(section.heading)\n\n".utf8)
      let start = text.count
      text += Array("\(sentence)\n".utf8)
      places.append(start..<text.count)
    }
    let record = RecordDocument(text)
    let claims = try grounding.judge(ClaimReader.claims(in: record, branches: branches))
    let found =
      own.findings(in: record, at: path, families: [.tone, .grounding], claims: claims).filter(Self.counts)
      + project.findings(in: record, at: path, families: [.team]).filter { $0.severity == .error }
    return places.map { place in
      found.first { $0.range.overlaps(place) }.map { "\($0.rule): \($0.message)" }
    }
  }

  /// What a person may weigh, a model's sentence must not have: hedges, blame, names that are nowhere, promises.
  private static func counts(_ finding: Finding) -> Bool {
    finding.severity > .suggestion || finding.rule == "overclaim"
  }

  /// The faults of structure that sections have in one record and not in another.
  func gaps(in record: RecordDocument, beside other: RecordDocument) -> [SectionKind: String] {
    let known = Set(structureErrors(in: other).map(\.rule))
    var gaps: [SectionKind: String] = [:]
    for finding in structureErrors(in: record) where !known.contains(finding.rule) {
      let section = record.sections.first { $0.range.contains(finding.range.lowerBound) }
      if let kind = section?.kind, gaps[kind] == nil { gaps[kind] = "\(finding.rule): \(finding.message)" }
    }
    return gaps
  }

  private func structureErrors(in record: RecordDocument) -> [Finding] {
    own.findings(in: record, at: path, families: [.structure]).filter { $0.severity == .error }
  }
}

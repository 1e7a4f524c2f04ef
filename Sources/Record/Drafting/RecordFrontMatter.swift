import Casework
import YAML

/// The front matter of a record: what programs read of it.
struct RecordFrontMatter {
  private let facts: RecordFacts
  private let drafted: String
  private let written: [String: WriterMark]

  /// The key under which a record says what a model wrote of it.
  static let writtenKey = "written_by"

  /// The front matter of a record that was first drafted on that day.
  ///
  /// - Parameter written: the sections that a model wrote, by their headings.
  init(_ facts: RecordFacts, drafted: String, written: [String: WriterMark] = [:]) {
    self.facts = facts
    self.drafted = drafted
    self.written = written
  }

  /// The lines between the two fences.
  ///
  /// - Throws: `YAMLError` where a value cannot be written.
  func text() throws(YAMLError) -> String {
    let bug = facts.facts
    var entries: [YAMLValue.Entry] = [
      .init("key", .text(bug.key)), .init("title", .text(bug.title)), .init("owner", .text(bug.owner)),
      .init("fix", .list(bug.fix.commits.map { .text(facts.commits[$0]?.id ?? $0) })),
    ]
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { entries.append(.init(name, .text(value))) }
    }
    add("pull_request", bug.fix.pullRequest)
    add("branch", bug.fix.branch)
    add("ticket", bug.ticket)
    add("introduced_by", facts.commits[bug.cause.introducedBy]?.id ?? bug.cause.introducedBy)
    add("exposed_by", facts.commits[bug.cause.exposedBy]?.id ?? bug.cause.exposedBy)
    add("introduced", facts.commits[bug.cause.introducedBy]?.date ?? "")
    add("fixed", bug.fix.commits.last.flatMap { facts.commits[$0]?.date } ?? "")
    add("merge_commit", facts.arrival.mergeCommit)
    add("merged", facts.arrival.merged)
    add("first_release", facts.arrival.firstRelease)
    add("drafted", drafted)
    if !facts.affected.isEmpty { entries.append(.init("affected", .list(facts.affected.map { .text($0) }))) }
    if let category = bug.slipped.category {
      entries.append(.init("categories", .list([.text(category.rawValue)])))
    }
    if let proof = facts.proof {
      add("validation", "\(proof.summary.verdict) (\(proof.label))")
    } else {
      add("validation", "attested")
    }
    if let written = Self.value(of: written) { entries.append(.init(Self.writtenKey, written)) }
    let index = EvidenceIndex(facts)
    let numbers = index.counts.compactMap { standing, _ -> YAMLValue.Entry? in
      let labels = index.numbers(standing)
      return labels.isEmpty ? nil : .init(standing.rawValue, .text(labels))
    }
    entries.append(.init("evidence", .map(numbers)))
    entries.append(
      .init(
        "standings",
        .map(index.counts.map { .init($0.standing.rawValue, .text(String($0.count))) })))
    return try YAMLWriter.text(of: .map(entries))
  }

  /// Who wrote which sections, those of one model and day together, in the order of a record; nil where no model did.
  static func value(of written: [String: WriterMark]) -> YAMLValue? {
    var groups: [(mark: WriterMark, sections: [String])] = []
    for heading in SectionKind.allCases.map(\.heading) {
      guard let mark = written[heading] else { continue }
      if let place = groups.firstIndex(where: { $0.mark == mark }) {
        groups[place].sections.append(heading)
      } else {
        groups.append((mark, [heading]))
      }
    }
    guard !groups.isEmpty else { return nil }
    return .list(
      groups.map { mark, sections in
        .map([
          .init("writer", .text(mark.writer)), .init("model", .text(mark.model)),
          .init("date", .text(mark.date)), .init("sections", .list(sections.map { .text($0) })),
        ])
      })
  }
}

import Casework
import YAML

/// The front matter of a record: what programs read of it.
struct RecordFrontMatter {
  private let facts: RecordFacts

  init(_ facts: RecordFacts) {
    self.facts = facts
  }

  /// The lines between the two fences.
  ///
  /// - Throws: `YAMLError` where a value cannot be written.
  func text() throws(YAMLError) -> String {
    let bug = facts.facts
    var entries: [YAMLValue.Entry] = [
      .init("key", .text(bug.key)), .init("title", .text(bug.title)), .init("owner", .text(bug.owner)),
      .init("fix", .list(bug.fix.commits.map { .text($0) })),
    ]
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { entries.append(.init(name, .text(value))) }
    }
    add("pull_request", bug.fix.pullRequest)
    add("ticket", bug.ticket)
    add("introduced_by", bug.cause.introducedBy)
    add("fixed", bug.fix.commits.last.flatMap { facts.commits[$0]?.date } ?? "")
    add("drafted", facts.today)
    add("category", bug.slipped.category?.rawValue ?? "")
    if let proof = facts.proof {
      add("validation", "\(proof.summary.verdict) (\(proof.label))")
    } else {
      add("validation", "attested")
    }
    return try YAMLWriter.text(of: .map(entries))
  }
}

import Database
public import Record
import Storage

/// What the words of a question found.
public struct Findings: Sendable {
  /// How many records were looked through.
  public var records: Int

  /// What was found, the best first.
  public var found: [Found] = []

  /// How many more there are.
  public var more = 0

  /// Words that no record has, as they were asked for.
  public var unknown: [String] = []
}

/// A record that was found.
public struct Found: Sendable {
  /// Its key.
  public var key: String

  /// Its title.
  public var title: String

  /// The day of the fix, or else of the draft; empty where none is named.
  public var date: String

  /// Its file, from the directory of the records.
  public var path: String

  /// The words of the question that it has, as they were asked for.
  public var matched: [String]

  /// Where they stand.
  public var passage: Passage
}

extension Archive {
  /// What stands in the title counts so much more, what is a name of the code so much.
  static let weights = "8.0, 4.0, 1.0"

  /// What a record has to have of a question, by the weight of its words.
  private static let share = 1.0 / 3

  /// The records that answer a question, by BM25 (Okapi, as FTS5 has it) over their words, names and titles.
  ///
  /// A record that has less than a third of what the words weigh is left out: a word weighs what it tells, which is little
  /// for one that many records have.
  ///
  /// - Parameters:
  ///   - limit: how many are told of.
  ///   - section: only what stands in such a section counts.
  /// - Throws: `FileError` where the directory cannot be listed.
  public func search(_ question: String, limit: Int, in section: SectionKind? = nil) throws -> Findings {
    try withIndex { database in
      let scores = try Scores(of: Query(question), in: database, weights: Self.weights)
      var findings = Findings(records: try Self.count(in: database), unknown: scores.unknown)
      let candidates = try scores.candidates(withShare: Self.share, in: database)
      for (place, candidate) in candidates.enumerated() {
        if findings.found.count == limit {
          // Whether others have the words in that section is known only where they are read.
          findings.more = section == nil ? candidates.count - place : 0
          break
        }
        guard let head = try Self.head(of: candidate.record, in: database),
          let text = try? FileTree.read("\(directory)/\(head.path)"),
          let passage = Passage(of: scores.weighed(candidate), in: text, section: section)
        else { continue }
        findings.found.append(
          Found(
            key: head.key, title: head.title, date: head.date, path: head.path,
            matched: candidate.items.map { scores.items[$0].text }, passage: passage))
      }
      return findings
    }
  }

  /// What is known of a record; nil where it is gone.
  static func head(
    of record: Int, in database: Database
  ) throws -> (key: String, title: String, date: String, path: String)? {
    var head: (String, String, String, String)?
    try database.run("SELECT key, title, date, path FROM records WHERE id = ?", [.integer(record)]) { row in
      head = (row.text(0), row.text(1), row.text(2), row.text(3))
    }
    return head
  }
}

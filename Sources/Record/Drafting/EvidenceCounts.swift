public import Casework

/// How many facts of each standing are behind a record, as the last line of its evidence says.
public struct EvidenceCounts: Sendable, Equatable {
  /// The standings that facts can have, in the order in which they are told, each with its number.
  public let numbers: [Standing: Int]

  /// What stands before them in a record.
  public static let lineBeginning = "Facts behind this record: "

  private static let standings: [Standing] = [.measured, .found, .attested]

  /// The counts of a case: what was given or proved anew counts once, experiments that the tool ran are measured.
  public init(_ evidence: [Evidence], _ ledger: Ledger) {
    let facts = RecordFacts(
      facts: Case(key: ""), evidence: evidence, ledger: ledger, commits: [:], files: [], affected: [],
      directory: "", today: "")
    self.init(EvidenceIndex(facts).counts)
  }

  init(_ counts: [(standing: Standing, count: Int)]) {
    numbers = Dictionary(counts.map { ($0.standing, $0.count) }) { $0 + $1 }
  }

  /// Counts as they are told; nil where a text is something else.
  public init?(_ text: String) {
    var numbers: [Standing: Int] = [:]
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count == 2, let number = Int(words[0]), number >= 0,
        let standing = Standing(rawValue: String(words[1])), Self.standings.contains(standing),
        numbers.updateValue(number, forKey: standing) == nil
      else { return nil }
    }
    guard !numbers.isEmpty else { return nil }
    self.numbers = numbers
  }

  /// "5 measured, 10 found, 27 attested".
  public var text: String {
    Self.standings.map { "\(numbers[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
  }

  /// Whether both say the same: what is not told is none.
  public static func == (first: EvidenceCounts, second: EvidenceCounts) -> Bool {
    standings.allSatisfy { (first.numbers[$0] ?? 0) == (second.numbers[$0] ?? 0) }
  }
}

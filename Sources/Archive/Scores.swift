import Database

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How well records answer a question.
struct Scores {
  /// A record that has some of the words.
  struct Candidate {
    /// Its number.
    var record: Int

    /// The sum of the scores of its words; the larger, the better.
    var score: Double

    /// Which words it has, by their places in the question.
    var items: [Int]
  }

  /// The words of the question.
  let items: [Query.Item]

  /// What each of them tells: the logarithm of how rare it is; 0 where no record has it.
  private let tellings: [Double]

  /// Whether at most a third of the records have a word.
  private let isRare: [Bool]

  /// What a word tells that one record has.
  private let rarest: Double

  private var candidates: [Int: Candidate] = [:]

  /// Words that no record has.
  var unknown: [String] { items.indices.filter { tellings[$0] == 0 }.map { items[$0].text } }

  /// - Parameter weights: those of title, names and words.
  init(of query: Query, in database: Database, weights: String) throws {
    items = query.items
    let all = Double(try database.number("SELECT count(*) FROM records WHERE isRecord") ?? 0)
    var tellings: [Double] = []
    var counts: [Int] = []
    for item in items {
      let count = try database.number("SELECT count(*) FROM words WHERE words MATCH ?", [.text(item.match)])
      let having = min(all, Double(count ?? 0))
      counts.append(count ?? 0)
      // Source: Robertson and Spärck Jones's weight, as BM25 has it, with one added so that it is never below zero.
      tellings.append(having == 0 ? 0 : log(1 + (all - having + 0.5) / (having + 0.5)))
    }
    self.tellings = tellings
    isRare = counts.map { $0 <= max(1, Int(all) / 3) }
    rarest = log(1 + max(0.5, all - 0.5) / 1.5)
    // What most of very many records have tells nothing and takes most of the time.
    let dull = { (telling: Double) in all > 200 && telling < log(2) }
    let telling = items.indices.filter { tellings[$0] > 0 }
    let bright = telling.filter { !dull(tellings[$0]) }
    for place in bright.isEmpty ? telling : bright {
      try database.run(
        "SELECT rowid, bm25(words, \(weights)) FROM words WHERE words MATCH ?", [.text(items[place].match)]
      ) { row in
        // FTS5 has the better ones below the others.
        let record = row.integer(0)
        candidates[record, default: Candidate(record: record, score: 0, items: [])].score -= row.real(1)
        candidates[record]?.items.append(place)
      }
    }
  }

  /// The records with such a share of what the words tell, the best first.
  ///
  /// - Parameter isStrict: words that no record has count as well, and two of the words must be rare.
  func candidates(
    withShare share: Double, isStrict: Bool = false, in database: Database
  ) throws -> [Candidate] {
    let most = tellings.reduce(0, +) + (isStrict ? Double(unknown.count) * rarest : 0)
    let found = candidates.values.filter { candidate in
      candidate.items.reduce(0) { $0 + tellings[$1] } >= share * most
        && (!isStrict || candidate.items.count { isRare[$0] } > 1)
    }
    guard !found.isEmpty else { return [] }
    // What is gone may have left its words behind.
    var here: Set<Int> = []
    try database.run("SELECT id FROM records WHERE isRecord") { row in here.insert(row.integer(0)) }
    return found.filter { here.contains($0.record) }
      .sorted { ($0.score, $1.record) > ($1.score, $0.record) }
  }

  /// The words that a record has, with what they tell.
  func weighed(_ candidate: Candidate) -> [(item: Query.Item, telling: Double)] {
    candidate.items.map { (items[$0], tellings[$0]) }
  }
}

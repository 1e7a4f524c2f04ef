import Proof
import Repository
import Statistics

/// The commits among which an origin is looked for by running: all that the commit before a fix stands on.
struct SearchHistory {
  /// The commits, each after its parents; the last one is the commit before the fix.
  let commits: [ObjectID]

  /// Who stands on whom.
  let ancestry: Ancestry

  /// The places of releases.
  let releases: Set<Int>

  /// The places of commits whose parents are not searched: the clone does not hold them, a graft or a replacement
  /// leaves them out, or there are too many.
  let cut: Set<Int>

  /// Whether the clone is shallow.
  let isShallow: Bool

  /// The place of a commit, by its digits.
  private let places: [ObjectID: Int]

  /// Of a longer history the newest so many commits are searched.
  static let limit = 200_000

  init(before commit: Commit, in repository: Repository) throws {
    let lines = try repository.history(upTo: commit, limit: Self.limit).commits
    commits = lines.map(\.id)
    var places: [ObjectID: Int] = [:]
    var parents: [[Int]] = []
    var cut: Set<Int> = []
    let edge = try repository.shallowEdge
    for (place, line) in lines.enumerated() {
      parents.append(line.parents.compactMap { places[$0] })
      if parents[place].count < line.parents.count || edge.contains(line.id) { cut.insert(place) }
      places[line.id] = place
    }
    // A graft or a replacement may end a history where it went on when it was made.
    for place in parents.indices where parents[place].isEmpty && !cut.contains(place) {
      if try repository.wasMadeOnOthers(lines[place].id) { cut.insert(place) }
    }
    isShallow = !edge.isEmpty
    self.places = places
    self.cut = cut
    ancestry = Ancestry(parents: parents)
    releases = Set(try repository.releaseCommits().compactMap { places[$0] })
  }

  /// The place of a commit; nil where it is not among them.
  func place(of digits: String) -> Int? { places[ObjectID(digits)] }

  /// How likely each commit is the origin before anything has run, from what history and the fix's message say.
  ///
  /// One part in ten is shared out evenly, so that a ranking that misleads costs little; what the ranking leaves to
  /// others goes to commits by how near they are to the fix, since most bugs are young.
  func prior(from report: OriginReport) -> [Double] {
    let count = Double(commits.count)
    var prior = [Double](repeating: 0.1 / count, count: commits.count)
    var left = 0.9
    for statement in report.named.prefix(1) {
      guard let place = place(of: statement.commit.commit) else { continue }
      prior[place] += 0.5
      left -= 0.5
    }
    let share = left
    for candidate in report.candidates {
      guard let place = place(of: candidate.commit.commit) else { continue }
      prior[place] += share * candidate.probability
      left -= share * candidate.probability
    }
    let total = (1...commits.count).reduce(0) { $0 + 1 / Double($1) }
    for place in commits.indices { prior[place] += max(left, 0) / Double(commits.count - place) / total }
    return prior
  }
}

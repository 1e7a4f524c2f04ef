import Casework
import Grounding

/// What came of the claims of many records.
struct GroundingTally {
  /// Why a change was not caught.
  enum Miss: String {
    /// It has become another name that stands in the files of the fix or before it.
    case standing = "another true name"

    /// It is found somewhere else: in the history, at another place of a file, in a figure of something else.
    case found = "found elsewhere"

    /// It no longer has the shape of a claim.
    case notRead = "no claim any more"
  }

  static let kinds: [Claim.Kind] = [.identifier, .path, .line, .commit, .number]

  var fixes = 0
  var fixesWithClaims = 0
  var standings: [Claim.Kind: [Standing?: Int]] = [:]
  var caught: [String: (caught: Int, of: Int)] = [:]
  var missed: [String: [Miss: Int]] = [:]
  var seconds: [Double] = []

  /// Changes that made another claim of the same record, which is true: they are not counted.
  var swapped = 0

  /// What was called unsupported as it is written.
  var unsupported: [Unsupported] = []

  /// Changes that were not caught: what one reads to make it better.
  var examples: [String] = []

  /// A claim of a message that was called unsupported.
  struct Unsupported {
    var claim: Claim
    var commit: String
    var near: String?

    /// Whether the history never had it, so that this is right.
    var neverStood = false

    var line: String {
      let near = near.map { ", near \($0)" } ?? ""
      return "unsupported \(claim.kind.rawValue) \(claim.text) (\(commit)\(near)\(neverStood ? ", never there" : ""))"
    }
  }

  /// Tells what stood nowhere at any time from the rest.
  mutating func tell(apart never: Set<String>) {
    for place in unsupported.indices where never.contains(unsupported[place].claim.text) {
      unsupported[place].neverStood = true
    }
  }

  mutating func add(_ other: GroundingTally) {
    fixes += other.fixes
    fixesWithClaims += other.fixesWithClaims
    for (kind, counts) in other.standings {
      standings[kind, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    for (name, count) in other.caught { add(caught: count.caught, of: count.of, as: name) }
    for (name, counts) in other.missed { missed[name, default: [:]].merge(counts, uniquingKeysWith: +) }
    unsupported += other.unsupported
    swapped += other.swapped
    seconds += other.seconds
  }

  mutating func add(caught number: Int, of all: Int, as name: String) {
    let known = caught[name] ?? (0, 0)
    caught[name] = (known.caught + number, known.of + all)
  }

  mutating func add(missed: Miss, as name: String) { self.missed[name, default: [:]][missed, default: 0] += 1 }

  /// How many of the claims of some kinds are called unsupported: of all, and of those that stood somewhere at any time.
  private func unsupported(_ kinds: [Claim.Kind]) -> String {
    let all = kinds.reduce(0) { $0 + (standings[$1] ?? [:]).values.reduce(0, +) }
    let called = unsupported.filter { kinds.contains($0.claim.kind) }
    let never = called.count(where: \.neverStood)
    return "\(Self.share((called.count, of: all))); \(never) were never there, of the others "
      + Self.share((called.count - never, of: all - never))
  }

  /// How many of some changes were caught: of all, and of those that did not make another true name.
  private func caught(_ isWanted: (String) -> Bool) -> String {
    let names = caught.keys.filter(isWanted)
    let all = names.reduce(into: (0, of: 0)) { sum, name in
      let count = caught[name] ?? (0, 0)
      sum = (sum.0 + count.caught, of: sum.of + count.of)
    }
    let standing = names.reduce(0) { $0 + (missed[$1]?[.standing] ?? 0) }
    return "\(Self.share(all)); \(standing) became another true name, of the others "
      + Self.share((all.0, of: all.of - standing))
  }

  var lines: [String] {
    var lines = ["\(fixes) fixes, \(fixesWithClaims) with claims"]
    for kind in Self.kinds where standings[kind] != nil {
      lines.append("  unsupported, \(kind.rawValue): \(unsupported([kind]))")
    }
    lines.append("  unsupported, identifiers, paths and commits: \(unsupported([.identifier, .path, .commit]))")
    for (name, count) in caught.sorted(by: { $0.key < $1.key }) {
      let misses = (missed[name] ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }
        .map { "; \($0.key.rawValue): \($0.value)" }
      lines.append("  caught, \(name): \(Self.share((count.caught, of: count.of)))\(misses.joined())")
    }
    lines.append("  caught, letters and digits: \(caught { !$0.hasSuffix("neighbour") })")
    lines.append("  caught, all but figures: \(caught { !$0.hasPrefix("number") })")
    lines.append("  caught, all: \(caught { _ in true })")
    lines.append("  left out, since they made another claim of the record: \(swapped)")
    if !seconds.isEmpty {
      let ordered = seconds.sorted()
      lines.append(
        "  milliseconds a record with claims: median \(Int(median(ordered) * 1000)),"
          + " of twenty the slowest \(Int(ordered[ordered.count * 19 / 20] * 1000))")
    }
    return lines
  }

  private static func share(_ count: (Int, of: Int)) -> String {
    guard count.of > 0 else { return "none" }
    let tenths = (count.0 * 1000 + count.of / 2) / count.of
    return "\(count.0) of \(count.of) (\(tenths / 10).\(tenths % 10) %)"
  }
}

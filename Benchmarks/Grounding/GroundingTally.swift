import Casework
import Grounding

/// What came of the claims of many records.
struct GroundingTally {
  /// Why a change was not caught.
  enum Miss: String {
    /// It names something else that is there.
    case found = "found as something else"

    /// It no longer has the shape of a claim.
    case notRead = "no claim any more"
  }

  static let kinds: [Claim.Kind] = [.identifier, .path, .line, .commit]

  var fixes = 0
  var fixesWithClaims = 0
  var standings: [Claim.Kind: [Standing?: Int]] = [:]
  var caught: [String: (caught: Int, of: Int)] = [:]
  var missed: [Miss: Int] = [:]
  var seconds: [Double] = []
  /// What was called unsupported, and mutations that were not: what one reads to make either better.
  var examples: [String] = []

  mutating func add(_ other: GroundingTally) {
    fixes += other.fixes
    fixesWithClaims += other.fixesWithClaims
    for (kind, counts) in other.standings {
      standings[kind, default: [:]].merge(counts, uniquingKeysWith: +)
    }
    for (name, count) in other.caught { add(caught: count.caught, of: count.of, as: name) }
    missed.merge(other.missed, uniquingKeysWith: +)
    seconds += other.seconds
  }

  mutating func add(caught number: Int, of all: Int, as name: String) {
    let known = caught[name] ?? (0, 0)
    caught[name] = (known.caught + number, known.of + all)
  }

  mutating func add(missed: Miss) { self.missed[missed, default: 0] += 1 }

  func unsupported(_ kinds: [Claim.Kind]) -> (Int, of: Int) {
    var count = 0
    var all = 0
    for kind in kinds {
      for (standing, number) in standings[kind] ?? [:] {
        all += number
        if standing == .unsupported { count += number }
      }
    }
    return (count, all)
  }

  var lines: [String] {
    var lines = ["\(fixes) fixes, \(fixesWithClaims) with claims"]
    for kind in Self.kinds where standings[kind] != nil {
      lines.append("  unsupported, \(kind.rawValue): \(Self.share(unsupported([kind])))")
    }
    lines.append("  unsupported, all: \(Self.share(unsupported(Self.kinds)))")
    for (name, count) in caught.sorted(by: { $0.key < $1.key }) {
      lines.append("  caught, \(name): \(Self.share((count.caught, of: count.of)))")
    }
    let all = caught.values.reduce(into: (0, of: 0)) { $0 = ($0.0 + $1.caught, of: $0.of + $1.of) }
    lines.append("  caught, all: \(Self.share(all))")
    for (miss, count) in missed.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      lines.append("  not caught, \(miss.rawValue): \(count)")
    }
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

import Database

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Looks clues up in an index, and weighs what they meet.
struct Memory {
  /// What a clue meets in a record.
  struct Hit {
    var clue: Clue
    var section: Int
    var line: Int
    var weight: Double
  }

  let database: Database

  /// The hits by record.
  private(set) var hits: [Int: [Hit]] = [:]

  /// What so many records name says nothing of any of them.
  private static let mostRecords = 200

  /// More clues than that are not looked up.
  static let mostClues = 3_000

  init(_ database: Database, clues: [Clue]) throws {
    self.database = database
    for clue in clues.prefix(Self.mostClues) { try look(up: clue) }
  }

  private mutating func look(up clue: Clue) throws {
    var found: [Int: (section: Int, line: Int, likeness: Double)] = [:]
    try database.run(
      """
      SELECT record, section, line, whole FROM names JOIN records ON records.id = record
      WHERE kind = ? AND name = ? LIMIT \(4 * Self.mostRecords)
      """, [.integer(clue.kind.rawValue), .text(clue.name)]
    ) { row in
      let likeness = clue.kind == .file ? Self.likeness(of: row.text(3), to: clue.text) : 1
      guard likeness > 0 else { return }
      let (record, section) = (row.integer(0), row.integer(1))
      let worth = likeness * NamedThings.worth(of: section)
      if let known = found[record], known.likeness * NamedThings.worth(of: known.section) >= worth { return }
      found[record] = (section, row.integer(2), likeness)
    }
    guard !found.isEmpty, found.count <= Self.mostRecords else { return }
    let rarity = Self.rarity(of: found.count)
    for (record, place) in found {
      let weight = clue.weight * rarity * place.likeness * NamedThings.worth(of: place.section)
      hits[record, default: []].append(
        Hit(clue: clue, section: place.section, line: place.line, weight: weight))
    }
  }

  /// What a thing counts that so many records name: all of it for one, half for ten, a third for a hundred.
  static func rarity(of count: Int) -> Double { 1 / (1 + 0.3 * log2(Double(count))) }

  /// How sure it is that two paths are of one file: not at all, unless the shorter one is the end of the longer one, part by
  /// part; half where that is the name of the file alone.
  static func likeness(of first: String, to second: String) -> Double {
    let parts = { (path: String) in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) }
    let (one, other) = (parts(first), parts(second))
    let shared = min(one.count, other.count)
    guard shared > 0, one.suffix(shared).elementsEqual(other.suffix(shared)) else { return 0 }
    if shared > 1 || one.count == other.count { return 1 }
    return everywhere.contains(String(one.last ?? "")) ? 0 : 0.5
  }

  /// Names of files that every project has.
  private static let everywhere: Set<String> = [
    "main.c", "main.cpp", "main.go", "main.rs", "main.py", "main.swift", "main.js", "main.ts", "mod.rs",
    "lib.rs",
    "index.js", "index.ts", "index.tsx", "index.html", "index.php", "app.py", "app.js", "app.ts", "utils.py",
    "util.c",
    "utils.js", "utils.ts", "util.go", "utils.go", "types.go", "types.ts", "models.py", "views.py",
    "config.py",
    "__init__.py", "__main__.py", "setup.py", "conftest.py", "base.py", "Program.cs", "Main.java",
    "Utils.java",
    "Makefile", "README.md", "CMakeLists.txt", "package.json",
  ]

  /// The hits of a record that count, the strongest first, and what they come to.
  func strength(of record: Int) -> (strength: Double, hits: [Hit]) {
    let all = hits[record] ?? []
    let accompanied = Set(all.filter { !$0.clue.needsCompany }.map(\.clue.group))
    let counting = all.filter { !$0.clue.needsCompany || accompanied.contains($0.clue.group) }
    // The same thing that two frames name is one thing.
    var best: [String: Hit] = [:]
    for hit in counting {
      let key = "\(hit.clue.kind.rawValue) \(hit.clue.name)"
      if hit.weight > best[key]?.weight ?? 0 { best[key] = hit }
    }
    let sorted = best.values.sorted {
      ($0.weight, $1.clue.group, $1.clue.name) > ($1.weight, $0.clue.group, $0.clue.name)
    }
    return (sorted.reduce(0) { $0 + $1.weight }, sorted)
  }
}

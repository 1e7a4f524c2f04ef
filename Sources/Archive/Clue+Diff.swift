import Repository

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Array where Element == Clue {
  /// What a change touches: files, the functions that git shows for its hunks, and names that it takes away or adds.
  ///
  /// - Parameter commits: those of the change, by their whole names.
  init(in files: [FileDiff], commits: [String]) {
    self = commits.map {
      let short = String($0.prefix(10))
      return Clue(kind: .commit, name: short, text: short, source: "the change", weight: 2, group: -1)
    }
    for (number, file) in files.enumerated() {
      for path in Set([file.path, file.oldPath ?? file.path]).sorted() {
        append(
          Clue(
            kind: .file, name: path.name, text: path.description, source: "the change", weight: 1.3,
            group: number))
      }
      let source = "the change of \(file.path)"
      var functions: Set<String> = []
      for hunk in file.hunks {
        for name in Self.functions(in: hunk.heading) where functions.insert(name).inserted {
          append(
            Clue(
              kind: .identifier, name: name, text: name, source: source, weight: 1, group: number,
              needsCompany: !CodeName.isDistinct(name)))
        }
      }
    }
    add(namesIn: files)
  }

  /// The names in changed lines: the more there are, the less each of them says.
  private mutating func add(namesIn files: [FileDiff]) {
    var names: [(name: String, weight: Double, file: Int)] = []
    var seen: Set<String> = []
    for (number, file) in files.enumerated() {
      for kind in [Hunk.LineKind.removed, .added] {
        for line in file.hunks.lazy.flatMap(\.lines) where line.kind == kind {
          Words.each(of: line.text.prefix(2_000)[...]) { word in
            guard word.name != nil, names.count < Memory.mostClues else { return }
            let name = String(decoding: line.text[word.range], as: UTF8.self)
            guard CodeName.isDistinct(name), seen.insert(name).inserted else { return }
            names.append((name, kind == .removed ? 0.6 : 0.4, number))
          }
        }
      }
    }
    let dilution = 1 / (1 + log2(Swift.max(1, Double(names.count) / 20)))
    for (name, weight, file) in names {
      append(
        Clue(
          kind: .identifier, name: name, text: name, source: "the change of \(files[file].path)",
          weight: weight * dilution, group: file))
    }
  }

  /// What a heading of a hunk names: the function, and what it belongs to.
  private static func functions(in heading: [UInt8]) -> [String] {
    // What stands in parentheses are arguments and their types.
    let head = heading.prefix { $0 != 0x28 }
    let name = head.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x2A || $0 == 0x26 }).last
    return name.map { Array<String>(CodeName.parts(of: String(decoding: $0, as: UTF8.self)).prefix(2)) } ?? []
  }
}

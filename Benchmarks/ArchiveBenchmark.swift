import Archive
import Chance
import Storage

/// How soon past records are found, of very many.
struct ArchiveBenchmark: Benchmark {
  let name = "archive"
  let question =
    "how long does it take to find records among 10,000, with an index that is there, and to make it?"

  private static let records = 10_000
  private static let questions = 200

  func measure(_ bench: Bench) throws -> [Figure] {
    let repository = try bench.makeRepository("archive")
    let library = Library()
    try FileTree.makeDirectory("\(repository)/docs/postmortems")
    for number in 0..<Self.records {
      try FileTree.write(
        Array(library.record(number).utf8), to: "\(repository)/docs/postmortems/B-\(number).md")
    }
    // As records are that nobody has just written.
    try bench.run("find", [repository, "-name", "*.md", "-exec", "touch", "-d", "2026-01-01", "{}", "+"])
    let first = try bench.seconds { try bench.run(bench.tool, ["search", library.name(1)], in: repository) }
    let size = try FileTree.list("\(bench.directory)/cache/archive").reduce(0) {
      $0 + (FileTree.size("\(bench.directory)/cache/archive/\($1)") ?? 0)
    }
    try FileTree.write(Array(library.record(Self.records).utf8), to: "\(repository)/docs/postmortems/B-7.md")
    try bench.run("touch", ["-d", "2026-02-01", "docs/postmortems/B-7.md"], in: repository)
    let changed = try bench.seconds {
      try bench.run(bench.tool, ["search", library.name(1)], in: repository)
    }
    var searches: [Double] = []
    var recalls: [Double] = []
    let trace = "\(bench.directory)/trace.txt"
    for number in 0..<Self.questions {
      let words = library.question(number)
      searches.append(try bench.seconds { try bench.run(bench.tool, ["search"] + words, in: repository) })
      try FileTree.write(Array(library.trace(number).utf8), to: trace)
      recalls.append(
        try bench.seconds { try bench.run(bench.tool, ["recall", "--trace", trace], in: repository) })
    }
    let archive = Archive(
      of: "\(repository)/docs/postmortems", cache: "\(bench.directory)/cache", now: 4_000_000_000)
    var inside: [Double] = []
    for number in 0..<Self.questions {
      let words = library.question(number).joined(separator: " ")
      inside.append(try bench.seconds { _ = try archive.search(words, limit: 10) })
    }
    return [
      Figure(what: "first index of \(Self.records) records", value: first, unit: "s", bound: 60),
      Figure(what: "size of the index", value: Double(size) / 1_048_576, unit: "MiB", bound: nil),
      Figure(what: "search after one record has changed", value: changed * 1000, unit: "ms", bound: 250),
      Figure(
        what: "search, whole process, median of \(Self.questions)", value: median(searches) * 1000,
        unit: "ms", bound: 50),
      Figure(
        what: "search, whole process, 99th percentile", value: percentile(searches) * 1000, unit: "ms",
        bound: 100),
      Figure(
        what: "recall of a trace, whole process, median", value: median(recalls) * 1000, unit: "ms", bound: 50
      ),
      Figure(
        what: "recall of a trace, whole process, 99th percentile", value: percentile(recalls) * 1000,
        unit: "ms", bound: 100),
      Figure(
        what: "search, in a process that runs, median", value: median(inside) * 1000, unit: "ms", bound: 50),
      Figure(
        what: "search, in a process that runs, 99th percentile", value: percentile(inside) * 1000, unit: "ms",
        bound: 100),
    ]
  }

  private func percentile(_ values: [Double]) -> Double { values.sorted()[values.count * 99 / 100] }
}

/// Makes up records, questions and traces, the same in every run.
///
/// Words are drawn as in texts: the n-th most frequent one is n times as rare as the first (Zipf). A record has about 5 KB in
/// nine sections, 40 names of the code of 20,000, and files of 3,000.
private struct Library {
  private static let syllables = [
    "ka", "lo", "mi", "ren", "tos", "vi", "dra", "pe", "shu", "gal", "wen", "bor", "cy", "ful",
  ]

  private func word(_ number: Int) -> String {
    var rest = number + 14
    var word = ""
    while rest > 0 {
      word += Self.syllables[rest % 14]
      rest /= 14
    }
    return word
  }

  func name(_ number: Int) -> String { "\(word(number % 200))_\(word(number))" }

  private func file(_ number: Int) -> String { "src/\(word(number % 50))/\(word(number)).c" }

  /// Few words often, most words seldom.
  private func drawn(_ random: inout SplitMix) -> Int {
    let most = 30_000.0
    var value = 1.0
    // A power of a number from 0 to 1 is small most of the time.
    let part = Double(random.number(0...1_000_000)) / 1_000_000
    for _ in 0..<4 { value *= part }
    return Int(value * most)
  }

  private func prose(_ count: Int, _ random: inout SplitMix) -> String {
    var text = ""
    for place in 0..<count {
      let isName = random.chance(6)
      text += isName ? "`\(name(random.number(0...19_999)))` " : "\(word(drawn(&random))) "
      if place % 12 == 11 { text += "\n" }
    }
    return text
  }

  func record(_ number: Int) -> String {
    var random = SplitMix(seed: UInt64(number))
    var text =
      "---\nkey: B-\(number)\nowner: Bench\nfixed: 2026-01-01\n---\n\n# B-\(number): \(prose(6, &random))\n"
    for heading in [
      "Summary", "Symptom", "Root cause", "Why it produced the symptom", "Fix", "How it was found",
      "Why it slipped through",
      "Validation", "Action items",
    ] {
      text += "\n## \(heading)\n\n\(prose(70, &random))\n"
      if heading == "Symptom" {
        text +=
          "\n```\nerror: \(word(drawn(&random))) \(word(number)) lost \(random.number(1...99)) of them\n```\n"
      }
      if heading == "Root cause" { text += "\nIt is in `\(file(random.number(0...2_999)))`.\n" }
    }
    return text
  }

  func question(_ number: Int) -> [String] {
    var random = SplitMix(seed: UInt64(1_000_000 + number))
    return (0..<random.number(1...6)).map { _ in
      random.chance(30) ? name(random.number(0...19_999)) : word(drawn(&random))
    }
  }

  /// Thirty frames.
  func trace(_ number: Int) -> String {
    var random = SplitMix(seed: UInt64(2_000_000 + number))
    return (0..<30).map { frame in
      let (function, place) = (name(random.number(0...19_999)), file(random.number(0...2_999)))
      return "#\(frame)  0x00005555 in \(function) (a=0x1) at /build/\(place):\(random.number(1...999))\n"
    }.joined()
  }
}

import Subprocess

extension Repository {
  /// Which of some words stand in the text files of a commit, or of the working tree where none is named.
  ///
  /// A word is not part of a longer one: letters of ASCII, digits and underscores go on with it. Files that are binary are
  /// not looked into.
  ///
  /// - Parameters:
  ///   - excluded: directories that are not looked into, from the root.
  ///   - asBeginnings: whether longer words that begin with it count as well.
  /// - Throws: `RepositoryError` where git fails.
  public func words(
    _ words: Set<String>, foundIn commit: ObjectID?, excluding excluded: [String] = [],
    asBeginnings: Bool = false
  ) throws -> Set<String> {
    let asked = words.filter { !$0.isEmpty && !$0.utf8.contains(0x0A) }
    guard !asked.isEmpty else { return [] }
    let search = WordSearch(asked, asBeginnings: asBeginnings)
    // The user's settings must not put anything before what is found.
    let shape = [
      "-h", "-o", "-I", "--no-color", "--no-line-number", "--no-column", "--no-recurse-submodules",
    ]
    let place =
      (commit.map { [$0.digits] } ?? []) + ["--", ":(top)"]
      + excluded.map { ":(top,exclude,literal)\($0)" }
    do {
      return try found(search, ["grep"] + shape + ["-P", "-f", "-"] + place, search.perlPatterns)
    } catch is RepositoryError {
      // git may be built without PCRE. What it has always is slower by far for many words.
      let arguments = ["grep"] + shape + search.plainOptions + ["-f", "-"] + place
      return try found(search, arguments, search.plainPatterns)
    }
  }

  /// Reads until each word was seen: names of a large project stand in thousands of its lines.
  private func found(_ search: WordSearch, _ arguments: [String], _ patterns: [UInt8]) throws -> Set<String> {
    var seen: Set<ArraySlice<UInt8>> = []
    var found: Set<String> = []
    _ = try git.stream(arguments, in: directory, input: patterns, adding: naming, mayFindNothing: true) {
      line in
      guard seen.insert(line).inserted else { return }
      found.formUnion(search.words(in: String(decoding: line, as: UTF8.self)))
      if found.count == search.count { throw EnoughRead() }
    }
    return found
  }
}

/// Patterns that find words, and what came of them.
struct WordSearch {
  private let words: [String]
  private let known: Set<String>
  private let asBeginnings: Bool

  /// So many words make one pattern: PCRE takes 64 KiB of one (pcre2limits(3)).
  private static let perPattern = 100

  init(_ words: Set<String>, asBeginnings: Bool) {
    // Of two that begin at one place the longer one is to be found: it tells of the shorter one.
    self.words = words.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    known = words
    self.asBeginnings = asBeginnings
  }

  /// For `-P`: one alternative after the other, which PCRE searches for at once.
  var perlPatterns: [UInt8] {
    let end = asBeginnings ? "" : "(?![A-Za-z0-9_])"
    return patterns { "(?<![A-Za-z0-9_])(?:\($0))\(end)\n" }
  }

  /// How the words are searched for without PCRE.
  var plainOptions: [String] { asBeginnings ? ["-E"] : ["-F", "-w"] }

  var plainPatterns: [UInt8] {
    if !asBeginnings { return Array(words.map { "\($0)\n" }.joined().utf8) }
    return patterns { "(^|[^A-Za-z0-9_])(\($0))\n" }
  }

  private func patterns(_ make: (String) -> String) -> [UInt8] {
    stride(from: 0, to: words.count, by: Self.perPattern).flatMap { start in
      let some = words[start..<min(start + Self.perPattern, words.count)]
      return Array(make(some.map(Self.quoted).joined(separator: "|")).utf8)
    }
  }

  private static func quoted(_ word: String) -> String {
    word.unicodeScalars.map { scalar in
      let isPlain =
        !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
      return isPlain ? String(scalar) : "\\\(scalar)"
    }.joined()
  }

  /// How many words are searched for.
  var count: Int { words.count }

  /// The words that a line of output is about.
  func words(in line: String) -> [String] {
    if !asBeginnings { return known.contains(line) ? [line] : [] }
    // The pattern without PCRE takes the mark before the word, too.
    let isMarked = line.utf8.first.map { !Self.isOfWord($0) } == true
    let bare = isMarked ? line.dropFirst() : line[...]
    return words.filter { line.hasPrefix($0) || bare.hasPrefix($0) }
  }

  /// Whether a word goes on with a byte, for the patterns.
  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

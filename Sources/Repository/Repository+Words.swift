import Subprocess

extension Repository {
  /// Which of some words stand in the text files of a commit.
  ///
  /// A word is not part of a longer one: letters of ASCII, digits and underscores go on with it. Files that are binary are
  /// not looked into.
  ///
  /// - Parameters:
  ///   - excluded: directories that are not looked into, from the root.
  ///   - asBeginnings: whether longer words that begin with it count as well.
  /// - Throws: `RepositoryError` where git fails.
  public func words(
    _ words: Set<String>, foundIn commit: ObjectID, excluding excluded: [String] = [],
    asBeginnings: Bool = false
  ) throws -> Set<String> {
    guard let search = WordSearch(words, asBeginnings: asBeginnings) else { return [] }
    var seen: Set<ArraySlice<UInt8>> = []
    var found: Set<String> = []
    try grep(search, ["-h"], [commit.digits, "--", ":(top)"] + Self.excluding(excluded)) { line in
      guard seen.insert(line).inserted else { return }
      found.formUnion(search.words(in: String(decoding: line, as: UTF8.self)))
      // Names of a large project stand in thousands of its lines.
      if found.count == search.count { throw EnoughRead() }
    }
    return found
  }

  /// A tracked file of the working tree, as it is now, for each of some words that stands in one.
  ///
  /// - Parameter files: the files that are looked into; nil for all.
  public func files(
    holding words: Set<String>, among files: [TreePath]? = nil, excluding excluded: [String] = []
  ) throws -> [String: TreePath] {
    guard workTree != nil, files?.isEmpty != true, let search = WordSearch(words) else { return [:] }
    let asked = files?.map { ":(top,literal)\($0)" } ?? [":(top)"]
    var found: [String: TreePath] = [:]
    try grep(search, ["--full-name", "-z"], ["--"] + asked + Self.excluding(excluded)) { line in
      guard let end = line.firstIndex(of: 0) else { return }
      for word in search.words(in: String(decoding: line[(end + 1)...], as: UTF8.self))
      where found[word] == nil {
        found[word] = TreePath(bytes: line[..<end])
      }
      if found.count == search.count { throw EnoughRead() }
    }
    return found
  }

  /// The tracked files of the working tree that may differ from a commit; some of them may be the same.
  ///
  /// What the index is told to take for unchanged is not looked at, as `git grep` does not look at it.
  public func filesDiffering(from commit: ObjectID) throws -> [TreePath] {
    try output([
      "diff-index", "--name-only", "--no-renames", "--ignore-submodules", "-z", commit.digits, "--",
    ])
    .split(separator: 0).map { TreePath(bytes: $0) }
  }

  private static func excluding(_ directories: [String]) -> [String] {
    directories.map { ":(top,exclude,literal)\($0)" }
  }

  /// Hands on each match; the user's settings must not put anything before it.
  private func grep(
    _ search: WordSearch, _ options: [String], _ place: [String],
    receive: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    let shape =
      ["grep", "-o", "-I", "--no-color", "--no-line-number", "--no-column", "--no-recurse-submodules"]
      + options
    func ask(_ kind: [String], _ patterns: [UInt8]) throws {
      _ = try git.stream(
        shape + kind + ["-f", "-"] + place, in: directory, input: patterns, adding: naming,
        mayFindNothing: true, receive: receive)
    }
    do {
      try ask(["-P"], search.perlPatterns)
    } catch is RepositoryError {
      // git may be built without PCRE. What it has always is slower by far for many words.
      try ask(search.plainOptions, search.plainPatterns)
    }
  }
}

/// Patterns that find words, and what came of them.
struct WordSearch {
  private let words: [String]
  private let known: Set<String>
  private let asBeginnings: Bool

  /// So many words make one pattern: PCRE takes 64 KiB of one (pcre2limits(3)).
  private static let perPattern = 100

  /// Nil where nothing is left to search for.
  init?(_ words: Set<String>, asBeginnings: Bool = false) {
    known = words.filter { !$0.isEmpty && !$0.utf8.contains(0x0A) }
    guard !known.isEmpty else { return nil }
    // Of two that begin at one place the longer one is to be found: it tells of the shorter one.
    self.words = known.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
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
  static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

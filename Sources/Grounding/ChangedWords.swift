import Repository
import Spelling
import Synchronization

/// The words of the files that the fix and the other commits change, before and after, and of the messages of the fix.
///
/// They are read where something is asked that was not answered before.
final class ChangedWords: Sendable {
  private let repository: Repository
  private let memory: GroundingMemory
  private let excluded: [String]
  private let subjects: [String]

  /// The commits before and after each change; the fix first, where there is one.
  private let spans: [(before: Commit, after: Commit)]

  /// What the answers are about.
  private let name: String

  private let read = Mutex<Reading?>(nil)

  private struct Reading: Sendable {
    var words = Vocabulary()

    /// The files of the first change.
    var files: [TreePath] = []

    /// Whether all words of the first change were read.
    var isWhole = true
  }

  init(_ sources: GroundingSources, _ spans: [(before: Commit, after: Commit)]) {
    repository = sources.repository
    memory = sources.memory
    excluded = sources.excluded
    subjects = sources.fix.map(\.subject)
    self.spans = spans
    let names = sources.fix.map(\.id.digits) + spans.map { "\($0.before.id)..\($0.after.id)" } + excluded
    name = "changes \(names.joined(separator: " "))"
  }

  /// Those of some words that stand there.
  func holding(_ words: Set<String>) throws -> Set<String> {
    let found = try memory.answers(about: name, to: words) { unknown in
      let reading = try readAll()
      return Dictionary(uniqueKeysWithValues: unknown.filter(reading.words.contains).map { ($0, "1") })
    }
    return Set(found.keys)
  }

  /// Whether a longer word begins so.
  func hasWord(beginningWith beginning: String) throws -> Bool {
    try memory.answer(about: "\(name), beginnings", to: beginning) {
      try readAll().words.hasWord(beginningWith: beginning) ? "1" : nil
    } != nil
  }

  /// Whether a word begins so and goes on with a capital letter.
  func hasWord(goingOnBehind beginning: String) throws -> Bool {
    try memory.answer(about: "\(name), capitals behind", to: beginning) {
      try readAll().words.hasWord(goingOnBehind: beginning) ? "1" : nil
    } != nil
  }

  /// The word that a mistyped one was meant to be.
  func nearest(to word: String) throws -> String? {
    try memory.answer(about: "\(name), nearest", to: word) { try readAll().words.nearest(to: word) }
  }

  /// A word that becomes this one where a letter is left out; nil where there is none or more than one.
  func lengthened(_ word: String) throws -> String? {
    try memory.answer(about: "\(name), lengthened", to: word) {
      let longer = try readAll().words.words.filter {
        $0.utf8.count == word.utf8.count + 1
          && Spelling.distance(Array($0.utf8), Array(word.utf8), atMost: 1) != nil
      }
      return longer.count == 1 ? longer.first : nil
    }
  }

  /// The files that the fix changes.
  func files() throws -> [TreePath] { try readAll().files }

  /// Whether all words of a commit stand here or in the commit after it.
  func isWhole(before commit: Commit) throws -> Bool {
    guard let first = spans.first, first.before.id == commit.id else { return false }
    return try memory.answer(about: "\(name), whole", to: "whole") { try readAll().isWhole ? "1" : nil }
      != nil
  }

  /// A change of so many files is read no further: its words are looked up by git, like those of all other files.
  private static let mostFiles = 400

  private func readAll() throws -> Reading {
    if let reading = read.withLock({ $0 }) { return reading }
    var reading = Reading()
    for subject in subjects { reading.words.add(Array(subject.utf8)) }
    for (place, span) in spans.enumerated() {
      let changes = try repository.changes(from: span.before.id, to: span.after.id)
      let files = changes.prefix(Self.mostFiles).map(\.path).filter { !$0.stands(in: excluded) }
      let asked = files.flatMap { [(commit: span.before.id, path: $0), (commit: span.after.id, path: $0)] }
      for content in try repository.contents(of: asked) { reading.words.add(content ?? []) }
      if place == 0 { reading.files = files }
      if place == 0, changes.count > Self.mostFiles { reading.isWhole = false }
    }
    read.withLock { $0 = reading }
    return reading
  }
}

extension TreePath {
  /// Whether it is below one of some directories, from the root.
  func stands(in directories: [String]) -> Bool {
    directories.contains { bytes.starts(with: Array("\($0)/".utf8)) }
  }
}

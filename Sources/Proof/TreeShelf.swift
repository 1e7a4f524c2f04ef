import FoundationEssentials
import Repository
import Storage
import Subprocess

/// Trees that were set up, kept beyond the call that did so, within a size.
///
/// What is kept is a copy from before the first run: whatever a run writes into its tree, the next call begins with the tree
/// as the set-up left it. Each place on the shelf is one tree, at a path of its own that stays, since what is built may hold
/// it: `work` while a process uses it, and `pristine`, which is there only once a set-up has ended well.
struct TreeShelf: Sendable {
  /// Where it is.
  let directory: String

  /// So many bytes are kept between calls.
  let limit: Int

  /// Runs `cp` and `du`.
  let spawner: Spawner

  /// The environment of these.
  let environment: [String: String]

  /// What is known of a tree that is kept.
  struct Label: Sendable, Codable {
    /// How much room it takes, in bytes.
    var bytes: Int

    /// When it was last taken: seconds since 1970.
    var usedAt: Int

    /// How long its set-up took, in seconds.
    var setUpSeconds: Double
  }

  /// A tree's place, which is this process's alone.
  final class Place: Sendable {
    let directory: String
    private let lock: FileLock

    /// Where the tree is used.
    var work: String { "\(directory)/work" }

    /// The tree itself, beside its repository.
    var tree: String { "\(work)/tree" }

    /// Where it is kept.
    var pristine: String { "\(directory)/pristine" }

    init(_ directory: String, _ lock: FileLock) {
      self.directory = directory
      self.lock = lock
    }

    /// What is known of the tree; nil where none is kept.
    var label: Label? {
      guard FileTree.isDirectory(pristine) else { return nil }
      return try? JSONText.decode(Label.self, from: FileTree.read("\(directory)/label.json"))
    }

    func write(_ label: Label) throws {
      try FileTree.write(JSONText.encode(label), to: "\(directory)/label.json")
    }
  }

  /// Takes the place of a tree; nil where another has it.
  ///
  /// - Parameter anew: what is kept there is removed.
  func take(_ key: String, anew: Bool) throws -> Place? {
    try locked {
      let path = "\(directory)/\(key)"
      try FileTree.makeDirectory(path)
      guard let lock = try FileLock.take("\(path)/lock") else { return nil }
      let place = Place(path, lock)
      try FileTree.remove(place.work)
      try FileTree.remove("\(place.pristine).new")
      if anew { try FileTree.remove(place.pristine) }
      return place
    }
  }

  /// Puts the tree that is kept into use, as it was after its set-up.
  func unpack(_ place: Place, _ label: Label) throws {
    try copy(place.pristine, to: place.work)
    var label = label
    label.usedAt = Self.now
    try place.write(label)
  }

  /// Keeps a tree that was set up and in which nothing has run yet; one that takes more than all the room is not kept.
  func keep(_ place: Place, setUpSeconds: Double) throws {
    let bytes = try size(of: place.work)
    guard bytes <= limit else { return }
    try copy(place.work, to: "\(place.pristine).new")
    try FileTree.remove(place.pristine)
    try place.write(Label(bytes: bytes, usedAt: Self.now, setUpSeconds: setUpSeconds))
    try FileTree.rename("\(place.pristine).new", to: place.pristine)
    try trim()
  }

  /// Removes trees, those that were not taken for the longest time first, until what is kept fits, and what processes that
  /// were killed have left; what is in use stays.
  func trim() throws {
    guard FileTree.isDirectory(directory) else { return }
    try locked {
      var kept: [(place: Place, label: Label)] = []
      var total = 0
      for name in try FileTree.list(directory) where FileTree.isDirectory("\(directory)/\(name)") {
        let path = "\(directory)/\(name)"
        guard let lock = try FileLock.take("\(path)/lock") else {
          let label = try? JSONText.decode(Label.self, from: FileTree.read("\(path)/label.json"))
          total += label?.bytes ?? 0
          continue
        }
        let place = Place(path, lock)
        try FileTree.remove(place.work)
        guard let label = place.label else {
          try FileTree.remove(path)
          continue
        }
        total += label.bytes
        kept.append((place, label))
      }
      for (place, label) in kept.sorted(by: { $0.label.usedAt < $1.label.usedAt }) where total > limit {
        try FileTree.remove(place.directory)
        total -= label.bytes
      }
    }
  }

  /// Nobody else takes or removes a place meanwhile.
  private func locked<Result>(_ body: () throws -> Result) throws -> Result {
    try FileTree.makeDirectory(directory)
    let lock = try FileLock.take("\(directory)/lock", waits: true)
    return try withExtendedLifetime(lock) { try body() }
  }

  private static var now: Int { Int(Date.now.timeIntervalSince1970) }

  private func copy(_ source: String, to destination: String) throws {
    // The system's own copies what takes no room as what takes none, with times and links as they are.
    try run("cp", ["-a", source, destination])
  }

  private func size(of path: String) throws -> Int {
    let text = String(decoding: try run("du", ["-sk", path]), as: UTF8.self)
    return (text.split(separator: "\t").first.flatMap { Int($0) } ?? Int.max / 1024) * 1024
  }

  @discardableResult
  private func run(_ program: String, _ arguments: [String]) throws -> [UInt8] {
    let capture = try spawner.capture(
      Command(program, arguments, environment: environment, workingDirectory: directory))
    if capture.outcome.cutoff == .interrupt { throw Interrupted() }
    guard capture.outcome.ending.isSuccess else {
      throw ShelfError(words: String(decoding: capture.error.prefix(500), as: UTF8.self))
    }
    return capture.output
  }
}

/// A program that copies or measures trees failed: what it printed.
struct ShelfError: Error {
  let words: String
}

import Scratch
import Storage
import Subprocess
import Testing

@testable import Proof

@Suite struct TreeShelfTests {
  private static func shelf(_ directory: TemporaryDirectory, limit: Int) -> TreeShelf {
    TreeShelf(
      directory: "\(directory.path)/trees", limit: limit, spawner: Spawner(),
      environment: ["PATH": ProcessVariables.path])
  }

  /// Puts a tree with one file of so many kilobytes on a shelf.
  private static func keep(_ key: String, kilobytes: Int, on shelf: TreeShelf) throws -> TreeShelf.Place {
    let place = try #require(try shelf.take(key, anew: false))
    try FileTree.makeDirectory(place.tree)
    try FileTree.write([UInt8](repeating: 1, count: kilobytes << 10), to: "\(place.tree)/file")
    try shelf.keep(place, setUpSeconds: 3)
    return place
  }

  @Test func `a place is one's own until it is let go`() throws {
    let directory = try TemporaryDirectory()
    let shelf = Self.shelf(directory, limit: 1 << 30)
    var place: TreeShelf.Place? = try Self.keep("a", kilobytes: 4, on: shelf)
    #expect(place?.label?.setUpSeconds == 3)
    #expect(try shelf.take("a", anew: false) == nil)
    try shelf.trim()
    #expect(FileTree.isDirectory(try #require(place?.work)))
    place = nil
    let again = try #require(try shelf.take("a", anew: false))
    #expect(again.label != nil && !FileTree.isDirectory(again.work))
  }

  @Test func `those that were not used for the longest time go, never one in use`() throws {
    let directory = try TemporaryDirectory()
    let shelf = Self.shelf(directory, limit: 200 << 10)
    let held = try Self.keep("held", kilobytes: 80, on: shelf)
    for (name, usedAt) in [("old", 10), ("older", 5)] {
      let place = try Self.keep(name, kilobytes: 40, on: shelf)
      var label = try #require(place.label)
      label.usedAt = usedAt
      try place.write(label)
    }
    _ = try Self.keep("new", kilobytes: 40, on: shelf)
    try shelf.trim()
    let names = try FileTree.list(shelf.directory).filter { $0 != "lock" }
    #expect(names.contains("held") && names.contains("new") && !names.contains("older"))
    withExtendedLifetime(held) {}
  }

  @Test func `a tree that is larger than all the room is not kept`() throws {
    let directory = try TemporaryDirectory()
    let shelf = Self.shelf(directory, limit: 50 << 10)
    #expect(try Self.keep("a", kilobytes: 100, on: shelf).label == nil)
  }

  @Test func `what a killed process left is no tree`() throws {
    let directory = try TemporaryDirectory()
    let shelf = Self.shelf(directory, limit: 1 << 30)
    for part in ["work", "pristine.new"] { try FileTree.makeDirectory("\(shelf.directory)/a/\(part)/tree") }
    try shelf.trim()
    #expect(try FileTree.list(shelf.directory) == ["lock"])
    try FileTree.makeDirectory("\(shelf.directory)/b/work/tree")
    let place = try #require(try shelf.take("b", anew: false))
    #expect(place.label == nil && !FileTree.isDirectory(place.work))
  }
}

public import Repository

/// Which files of the fix are carried onto the tree before it, and why.
public struct Carriage: Sendable, Equatable {
  /// A file that is carried.
  public struct Item: Sendable, Equatable {
    /// What the fix did to it.
    public var change: Change

    /// Why it is carried: "under tests/", "named test_*.py", "asked for by --carry", "run by the repro".
    public var reason: String
  }

  /// How much of a file is carried onto a commit that is older than the one before the fix.
  public enum Manner: String, Sendable, Codable {
    /// The whole file, as the fix has it.
    case file

    /// What the fix changes in it, put on the file as the commit has it; the whole file where that does not fit.
    case change
  }

  /// The carried files, in the order of their paths.
  public var items: [Item] = []

  /// Test files of the fix that are not carried, since the user said so.
  public var leftOut: [Change] = []

  /// Paths of `--carry` that name nothing which the fix changes.
  public var unmatched: [String] = []

  /// The paths of the carried files that are there after the fix.
  var paths: [TreePath] { items.map(\.change).filter { $0.kind != .deleted }.map(\.path) }

  /// Chooses among the changes of a fix.
  ///
  /// - Parameters:
  ///   - carriesTests: whether test files are carried by themselves.
  ///   - asked: paths that the user asked for, files or directories.
  ///   - script: the path that the repro runs, where it lies in the tree.
  public init(of changes: [Change], carriesTests: Bool, asked: [String], script: String?) {
    var matched: Set<String> = []
    for change in changes {
      let path = change.path.description
      let wishes = asked.filter { covers($0, path) }
      if !wishes.isEmpty {
        matched.formUnion(wishes)
        items.append(Item(change: change, reason: "asked for by --carry"))
      } else if let reason = TestPath.reason(change.path) {
        if carriesTests {
          items.append(Item(change: change, reason: reason))
        } else {
          leftOut.append(change)
        }
      } else if change.kind == .added, path == script, carriesTests {
        items.append(Item(change: change, reason: "run by the repro"))
      }
    }
    unmatched = asked.filter { !matched.contains($0) }
  }
}

/// Whether `path` is `wish` or lies in the directory `wish`.
private func covers(_ wish: String, _ path: String) -> Bool {
  var directory = wish
  while directory.hasSuffix("/") { directory.removeLast() }
  if directory.hasPrefix("./") { directory.removeFirst(2) }
  return directory == "." || directory.isEmpty || path == directory || path.hasPrefix("\(directory)/")
}

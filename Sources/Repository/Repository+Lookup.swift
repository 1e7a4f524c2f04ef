import Subprocess

/// What a name of an object names.
public enum ObjectNaming: Sendable, Equatable {
  /// An object, and its kind: "commit", "tree", "blob", "tag".
  case object(ObjectID, kind: String)

  /// More than one.
  case ambiguous

  /// None that is here.
  case missing
}

extension Repository {
  /// The paths of all files of a commit, in the order of git.
  public func files(in commit: ObjectID) throws -> [TreePath] {
    try output(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit.digits])
      .split(separator: 0).map { TreePath(bytes: $0) }
  }

  /// What files of commits hold; nil where one is not there.
  public func contents(of files: [(commit: ObjectID, path: TreePath)]) throws -> [[UInt8]?] {
    // A newline ends a name for git.
    let asked = files.map { !$0.path.bytes.contains(0x0A) }
    var names: [UInt8] = []
    for (file, isAsked) in zip(files, asked) where isAsked {
      names += Array("\(file.commit.digits):".utf8) + file.path.bytes + [0x0A]
    }
    guard !names.isEmpty else { return files.map { _ in nil } }
    let output = try git.output(["cat-file", "--batch"], in: directory, input: names, adding: naming)
    var rest = output[...]
    return asked.map { isAsked in
      guard isAsked, let end = rest.firstIndex(of: 0x0A) else { return nil }
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      // "<object> blob <size>"; anything else has no content behind it but a tree or a commit, whose size stands there.
      guard head.count == 3, let size = Int(head[2]), rest.count > size else { return nil }
      let content = Array(rest.prefix(size))
      rest = rest.dropFirst(size + 1)
      return head[1] == "blob" ? content : nil
    }
  }

  /// What names name: whole names of objects, abbreviations, or anything that git resolves.
  public func objects(named names: [String]) throws -> [ObjectNaming] {
    guard !names.isEmpty else { return [] }
    let input = Array(names.map { $0.filter { $0 != "\n" } + "\n" }.joined().utf8)
    let output = try git.output(["cat-file", "--batch-check"], in: directory, input: input, adding: naming)
    let lines = String(decoding: output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    return names.indices.map { place in
      let fields = lines.indices.contains(place) ? lines[place].split(separator: " ") : []
      if fields.last == "ambiguous" { return .ambiguous }
      guard fields.count == 3, Int(fields[2]) != nil else { return .missing }
      return .object(ObjectID(fields[0]), kind: String(fields[1]))
    }
  }

  /// The names of all tags.
  public func tags() throws -> Set<String> {
    Set(
      try line(["for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags"]).split(separator: "\n").map(
        String.init))
  }

  /// Whether a commit stands on others as it was made, whatever a graft or a replacement says of it.
  public func wasMadeOnOthers(_ commit: ObjectID) throws -> Bool {
    let text = try output(["--no-replace-objects", "cat-file", "commit", commit.digits])
    return text.split(separator: 0x0A, omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .contains { $0.starts(with: "parent ".utf8) }
  }

  /// Whether a commit holds a file, under any name, with the same bytes as a file of another commit.
  public func holdsCopy(of path: String, at other: ObjectID, in commit: ObjectID) throws -> Bool {
    let blob = try line(["rev-parse", "--verify", "\(other.digits):\(path)"])
    return try output(["ls-tree", "-r", "-z", "--full-tree", commit.digits]).split(separator: 0)
      .contains { entry in
        let words = entry.prefix { $0 != 0x09 }.split(separator: 0x20)
        return words.count == 3 && words[2].elementsEqual(blob.utf8)
      }
  }
}

import Scratch
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct StorageTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test func `a file is replaced as a whole and leaves nothing beside it`() throws {
    let path = "\(directory.path)/file"
    try FileTree.write(Array("one".utf8), to: path)
    try FileTree.write(Array("two".utf8), to: path)
    #expect(try FileTree.read(path) == Array("two".utf8))
    #expect(try FileTree.list(directory.path) == ["file"])
  }

  @Test func `a write that cannot be done says why and leaves the old file`() throws {
    #expect(throws: FileError(.write, "\(directory.path)/no/file", code: ENOENT)) {
      try FileTree.write([1], to: "\(directory.path)/no/file")
    }
  }

  @Test func `a file that is rewritten keeps its mode and the links that lead to it`() throws {
    let (path, link) = ("\(directory.path)/file", "\(directory.path)/link")
    try FileTree.write(Array("one".utf8), to: path, mode: 0o600)
    chmod(path, 0o664)
    symlink("file", link)
    try FileTree.rewrite(Array("two".utf8), at: link)
    #expect(try FileTree.read(path) == Array("two".utf8))
    #expect(FileTree.isLink(link))
    #expect(try mode(of: "file") & 0o777 == 0o664)
    #expect(try FileTree.list(directory.path) == ["file", "link"])
  }

  @Test func `a copy is as old as what it is a copy of`() throws {
    let (source, copy) = ("\(directory.path)/source", "\(directory.path)/copy")
    try FileTree.write([1, 2], to: source)
    var times = [timespec(), timespec()]
    (times[0].tv_sec, times[1].tv_sec, times[1].tv_nsec) = (1_600_000_000, 1_500_000_000, 123_000_000)
    #expect(utimensat(AT_FDCWD, source, times, 0) == 0)
    try FileTree.copy(source, to: copy)
    var status = stat()
    #expect(stat(copy, &status) == 0)
    #expect(try FileTree.read(copy) == [1, 2])
    #if canImport(Darwin)
      #expect(status.st_mtimespec.tv_sec == 1_500_000_000 && status.st_mtimespec.tv_nsec == 123_000_000)
    #else
      #expect(status.st_mtim.tv_sec == 1_500_000_000 && status.st_mtim.tv_nsec == 123_000_000)
    #endif
    #expect(throws: FileError(.read, "\(directory.path)/no", code: ENOENT)) {
      try FileTree.copy("\(directory.path)/no", to: copy)
    }
  }

  @Test func `what is not there cannot be rewritten`() throws {
    #expect(throws: FileError(.write, "\(directory.path)/no", code: ENOENT)) {
      try FileTree.rewrite([1], at: "\(directory.path)/no")
    }
  }

  @Test func `a file that never took its place goes with its writer`() throws {
    let path = "\(directory.path)/file"
    for _ in 0..<2 { try OpenFile(creating: "\(path).growing").append([1]) }
    _ = try FileTree.stage([1], for: path)
    #expect(try FileTree.list(directory.path) == [])
  }

  @Test func `a staged file stands beside the one that it replaces`() throws {
    let path = "\(directory.path)/file"
    try FileTree.write([1], to: path)
    let staged = try FileTree.stage([2], for: path, mode: 0o644)
    #expect(try FileTree.read(path) == [1])
    #expect(try FileTree.list(directory.path).count == 2)
    try staged.move(to: path)
    #expect(try FileTree.read(path) == [2])
    #expect(try FileTree.list(directory.path) == ["file"])
  }

  @Test func `what is left of the same name is written anew`() throws {
    try FileTree.write([1, 2, 3], to: "\(directory.path)/a.growing")
    let file = try OpenFile(creating: "\(directory.path)/a.growing")
    try file.append([4])
    try file.move(to: "\(directory.path)/a")
    #expect(try FileTree.read("\(directory.path)/a") == [4])
  }

  @Test(arguments: [
    ("case.yaml.17.tmp", true), ("a.growing", true), (".gitignore.17.tmp", true), ("case.yaml.tmp", false),
    ("17.tmp", false), ("case.yaml.17", false), ("case.yaml.x.tmp", false), ("growing", false),
    ("a.growing~", false),
  ])
  func `only what is named as a file under way is one that was abandoned`(name: String, isOne: Bool) throws {
    try FileTree.write([1], to: "\(directory.path)/\(name)")
    OpenFile.removeAbandoned(in: directory.path)
    #expect(try FileTree.list(directory.path) == (isOne ? [] : [name]))
  }

  @Test func `files whose writers live are not abandoned, and neither are links and directories`() throws {
    let file = try OpenFile(creating: "\(directory.path)/a.growing")
    symlink("a.growing", "\(directory.path)/b.growing")
    try FileTree.makeDirectory("\(directory.path)/c.growing")
    mkfifo("\(directory.path)/d.growing", 0o600)
    OpenFile.removeAbandoned(in: directory.path)
    #expect(try FileTree.list(directory.path).prefix(3) == ["a.growing", "b.growing", "c.growing"])
    try file.move(to: "\(directory.path)/a")
  }

  @Test func `writers of one file at once each write it whole`() async throws {
    let path = "\(directory.path)/file"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for byte in UInt8(0)..<40 {
        group.addTask { try FileTree.write([UInt8](repeating: byte, count: 9000), to: path) }
      }
      try await group.waitForAll()
    }
    let bytes = try FileTree.read(path)
    #expect(bytes.count == 9000)
    #expect(Set(bytes).count == 1)
    #expect(try FileTree.list(directory.path) == ["file"])
  }

  @Test func `a tree is removed whole, read-only directories and links included`() throws {
    let tree = "\(directory.path)/tree"
    try FileTree.makeDirectory("\(tree)/a/b")
    try FileTree.write([1], to: "\(tree)/a/b/file")
    try FileTree.write([1], to: "\(directory.path)/outside")
    symlink(directory.path, "\(tree)/link")
    chmod("\(tree)/a/b", 0o500)
    try FileTree.remove(tree)
    #expect(try FileTree.list(directory.path) == ["outside"])
  }

  @Test func `removing what is not there is fine`() throws {
    try FileTree.remove("\(directory.path)/nothing")
  }

  @Test func `whom the umask lets write what the user makes, may take the user's locks`() throws {
    _ = try FileLock.take("\(directory.path)/lock")
    try FileTree.write([], to: "\(directory.path)/other", mode: 0o666)
    #expect(try mode(of: "lock") == mode(of: "other"))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everything"))
  func `a lock file that can only be read can be locked`() throws {
    let path = "\(directory.path)/lock"
    try FileTree.write([], to: path, mode: 0o444)
    let lock = try FileLock.take(path)
    #expect(lock != nil)
    #expect(try FileLock.take(path) == nil)
  }

  private func mode(of name: String) throws -> mode_t {
    var status = stat()
    #expect(stat("\(directory.path)/\(name)", &status) == 0)
    return status.st_mode
  }

  @Test func `a lock keeps others out until it ends`() throws {
    let path = "\(directory.path)/lock"
    var lock = try FileLock.take(path)
    #expect(lock != nil)
    #expect(try FileLock.take(path) == nil)
    lock = nil
    #expect(try FileLock.take(path) != nil)
  }

  @Test func `lines are kept in order`() throws {
    let lines = AppendedLines("\(directory.path)/lines")
    #expect(try lines.read().isEmpty)
    try lines.append(Array("one".utf8))
    try lines.append(Array("two".utf8))
    #expect(try lines.read().map { String(decoding: $0, as: UTF8.self) } == ["one", "two"])
  }

  @Test func `a torn last line is not read and does not spoil the next`() throws {
    let path = "\(directory.path)/lines"
    try FileTree.write(Array("one\ntw".utf8), to: path)
    let lines = AppendedLines(path)
    #expect(try lines.read().map { String(decoding: $0, as: UTF8.self) } == ["one"])
    try lines.append(Array("three".utf8))
    #expect(try lines.read().map { String(decoding: $0, as: UTF8.self) } == ["one", "tw", "three"])
  }

  @Test func `a whole object at the end is a line without its newline, and no part of one is`() throws {
    let path = "\(directory.path)/lines"
    let object = Array(#"{"a":{"b":"}"}}"#.utf8)
    for end in 0..<object.count {
      try FileTree.write(Array("one\n".utf8) + object.prefix(end), to: path)
      #expect(try AppendedLines(path).read().count == 1, "\(end)")
    }
    try FileTree.write(Array("one\n".utf8) + object, to: path)
    let lines = AppendedLines(path)
    #expect(try lines.read().map { Array($0) } == [Array("one".utf8), object])
    try lines.append { there in
      #expect(there.count == 2)
      return [Array("three".utf8)]
    }
    #expect(try lines.read().map { Array($0) } == [Array("one".utf8), object, Array("three".utf8)])
  }

  @Test func `lines that depend on those that are there are added as one`() throws {
    let lines = AppendedLines("\(directory.path)/lines")
    try lines.append(Array("one".utf8))
    try lines.append { there in (1...2).map { Array("\(there.count + $0)".utf8) } }
    try lines.append { _ in [] }
    #expect(try lines.read().map { String(decoding: $0, as: UTF8.self) } == ["one", "2", "3"])
  }

  @Test func `an error while lines are made adds none, and lets the next writer in`() throws {
    let lines = AppendedLines("\(directory.path)/lines")
    #expect(throws: FileError.self) {
      try lines.append { _ in throw FileError(.read, "x", code: ENOENT) }
    }
    try lines.append(Array("one".utf8))
    #expect(try lines.read().count == 1)
  }

  @Test func `the size is that of a file, and of a link itself`() throws {
    try FileTree.write([1, 2, 3], to: "\(directory.path)/file")
    symlink("file", "\(directory.path)/link")
    #expect(FileTree.size("\(directory.path)/file") == 3)
    #expect(FileTree.size("\(directory.path)/link") == 4)
    #expect(FileTree.size("\(directory.path)/nothing") == nil)
  }

  @Test(arguments: [
    ("a/b", "/x", "/x/a/b"), ("./a/../b", "/x", "/x/b"), ("/y/./z", "/x", "/y/z"), ("../..", "/x", "/"),
    ("a b\nc", "/x", "/x/a b\nc"),
  ])
  func `paths are made absolute by name`(path: String, directory: String, expected: String) {
    #expect(Path.absolute(path, from: directory) == expected)
  }

  @Test(arguments: [("/a/b", "/a"), ("/a", "/"), ("a/b", "a"), ("a", ".")])
  func `the parent of a path is the directory that holds it`(path: String, parent: String) {
    #expect(Path.parent(path) == parent)
  }

  @Test func `a relative path is what follows the directory`() {
    #expect(Path.relative("/a/b/c", to: "/a") == "b/c")
    #expect(Path.relative("/a/\u{301}b", to: "/a") == "\u{301}b")
    #expect(Path.relative("/a", to: "/a") == "")
    #expect(Path.relative("/ab", to: "/a") == nil)
    #expect(Path.relative("/ab", to: "/") == "ab")
  }

  @Test func `a name that begins with an accent is a name`() {
    #expect(Path.parent("/a/\u{301}b") == "/a")
    #expect(Path.name("/a/\u{301}b") == "\u{301}b")
    #expect(Path.absolute("../\u{301}b", from: "/a/c") == "/a/\u{301}b")
  }

  @Test(arguments: [
    ("docs/a.md", true), ("a", true), ("", false), ("/a", false), ("../a", false), ("a/../../b", false),
    ("a//b", false), (".git/a", false), ("./a", false), ("a/..b", true),
  ]) func `a path within a directory leads nowhere else`(_ path: String, _ isWithin: Bool) {
    #expect(Path.isWithin(path) == isWithin)
  }
}

import Scratch
import Storage
import Testing

@testable import Repository

@Suite struct CommitGraphTests {
  let scratch: ScratchRepository
  let cache: TemporaryDirectory

  init() throws {
    (scratch, cache) = (try ScratchRepository(), try TemporaryDirectory())
    for number in 0..<60 {
      try scratch.commit(["src/\(number % 3).c": "int a = \(number);\n"], "Change \(number)")
    }
    try scratch.git("tag", "v1.0")
  }

  private var place: String { "\(cache.path)/graphs/one" }

  private func graph(now: Int = 1, worthwhile: Int = 0) throws -> CommitGraph? {
    CommitGraph(of: try Repository(scratch), at: place, now: now, worthwhile: worthwhile)
  }

  private func made() throws -> CommitGraph {
    let graph = try #require(try graph())
    graph.improve(timeLimit: .seconds(60))
    return graph
  }

  private func files(below directory: String) throws -> [String] {
    try FileTree.list(directory).sorted().flatMap { name in
      let path = "\(directory)/\(name)"
      return FileTree.isDirectory(path) ? try files(below: path) : [path]
    }
  }

  @Test func `a list is made outside of the repository, of which no file is touched`() throws {
    let before = try files(below: "\(scratch.path)/.git")
    let graph = try made()
    #expect(graph.isThere && FileTree.isFile("\(place)/info/commit-graph"))
    #expect(try files(below: "\(scratch.path)/.git") == before)
  }

  @Test func `git gives the same answers with it, also of what came since`() throws {
    let graph = try made()
    graph.improve(timeLimit: .seconds(60))
    try scratch.commit(["src/1.c": "int new;\n"], "Since then")
    let plain = try Repository(scratch)
    let quick = plain.reading(graph)
    #expect(quick.naming["GIT_OBJECT_DIRECTORY"] == place)
    let head = try plain.commit("HEAD")
    for path in ["src/1.c", "src"] {
      let (asked, limit) = ([TreePath(path)], Duration.seconds(60))
      let expected = try plain.recentCommits(upTo: head, touching: asked, limit: 30, timeLimit: limit)
      let recent = try quick.recentCommits(upTo: head, touching: asked, limit: 30, timeLimit: limit)
      #expect(recent.commits == expected.commits && recent.commits.first == head.id)
    }
    let lines = try quick.blame(TreePath("src/2.c"), at: head, lines: [1..<2], timeLimit: .seconds(60))
    #expect(try lines == plain.blame(TreePath("src/2.c"), at: head, lines: [1..<2], timeLimit: .seconds(60)))
    let oldest = try plain.commit("HEAD~50")
    #expect(try quick.releases(holding: oldest.id, without: []).names == ["v1.0"])
  }

  @Test func `it is added to until nothing is lacking, and looked at again after two weeks`() throws {
    let graph = try made()
    let plain = FileTree.size("\(place)/info/commit-graph") ?? 0
    graph.improve(timeLimit: .seconds(60))
    #expect(FileTree.size("\(place)/info/commit-graph") ?? 0 > plain)
    #expect(!FileTree.isFile("\(place)/done"))
    graph.improve(timeLimit: .seconds(60))
    let mark = try #require(FileMark("\(place)/done"))
    try FileTree.remove("\(place)/info/commit-graph")
    graph.improve(timeLimit: .seconds(60))
    #expect(!graph.isThere && FileMark("\(place)/done") == mark)
    try #require(try self.graph(now: 1 << 40)).improve(timeLimit: .seconds(60))
    #expect(graph.isThere && !FileTree.isFile("\(place)/done"))
  }

  @Test func `there is none where git has its own, where it is not worth it, and in shallow clones`() throws {
    #expect(try graph(worthwhile: CommitGraph.worthwhile) == nil)
    try scratch.git("clone", "--quiet", "--depth", "3", "file://\(scratch.path)", "\(cache.path)/shallow")
    let shallow = try Repository(at: "\(cache.path)/shallow")
    #expect(CommitGraph(of: shallow, at: place, now: 1, worthwhile: 0) == nil)
    try scratch.git("commit-graph", "write", "--reachable")
    #expect(try graph() == nil)
  }

  @Test func `where commits are replaced none is made, for git would leave it aside`() throws {
    try scratch.git("replace", "HEAD~3", "HEAD~5")
    let graph = try made()
    #expect(!graph.isThere && FileTree.isFile("\(place)/done"))
    let repository = try Repository(scratch)
    #expect(repository.reading(graph).naming == repository.naming)
  }

  @Test func `a replacement that comes later holds, whatever the list says`() throws {
    let graph = try made()
    try scratch.git("replace", "HEAD~3", "HEAD~5")
    let plain = try Repository(scratch)
    let head = try plain.commit("HEAD")
    func recent(_ repository: Repository) throws -> [ObjectID] {
      try repository.recentCommits(
        upTo: head, touching: [TreePath("src")], limit: 100, timeLimit: .seconds(60)
      ).commits
    }
    #expect(try recent(plain.reading(graph)) == recent(plain))
    #expect(try recent(plain).count < 60)
  }

  @Test func `where the time was not enough it is tried again the next day`() throws {
    try #require(try graph()).improve(timeLimit: .zero)
    let mark = try #require(FileMark("\(place)/late"))
    #expect(try !made().isThere && FileMark("\(place)/late") == mark)
    try #require(try graph(now: 1 << 40)).improve(timeLimit: .seconds(60))
    #expect(FileTree.isFile("\(place)/info/commit-graph"))
  }

  @Test func `git that was ended leaves a lock, which goes`() throws {
    let graph = try made()
    try FileTree.write([], to: "\(place)/info/commit-graph.lock")
    let size = FileTree.size("\(place)/info/commit-graph") ?? 0
    graph.improve(timeLimit: .seconds(60))
    #expect(FileTree.size("\(place)/info/commit-graph") ?? 0 > size)
  }

  @Test func `a place that cannot be written is no error`() throws {
    try FileTree.makeDirectory("\(cache.path)/graphs")
    try FileTree.write([], to: place)
    #expect(try !made().isThere)
  }

  @Test func `lists that nobody asked for in a long time go when another one is made`() throws {
    try FileTree.makeDirectory("\(cache.path)/graphs/old/info")
    try FileTree.write([], to: "\(cache.path)/graphs/old/done")
    try FileTree.makeDirectory("\(cache.path)/graphs/new/info")
    _ = try made()
    #expect(FileTree.isDirectory("\(cache.path)/graphs/old"))
    try FileTree.remove("\(place)/info/commit-graph")
    try #require(try graph(now: 1 << 40)).improve(timeLimit: .seconds(60))
    #expect(!FileTree.isDirectory("\(cache.path)/graphs/old"))
    #expect(FileTree.isDirectory("\(cache.path)/graphs/new") && FileTree.isFile("\(place)/info/commit-graph"))
  }
}

import Scratch
import Storage
import Testing

@testable import Proof

@Suite struct ProofCacheTests {
  let directory: TemporaryDirectory
  let cache: ProofCache

  init() throws {
    directory = try TemporaryDirectory()
    cache = ProofCache(at: directory.path)
  }

  private func makeSession(_ name: String) throws -> String {
    let session = "\(directory.path)/sessions/\(name)"
    try FileTree.makeDirectory("\(session)/a/deep")
    try FileTree.write([], to: "\(session)/a/deep/file")
    try FileTree.write([], to: "\(session)/lock")
    return session
  }

  @Test func `what a dead session left is removed, and a live one is left alone`() throws {
    let (dead, live) = try (makeSession("dead"), makeSession("live"))
    let lock = try FileLock.take("\(live)/lock")
    try cache.sweep()
    #expect(!FileTree.isDirectory(dead))
    #expect(FileTree.isFile("\(live)/a/deep/file"))
    withExtendedLifetime(lock) {}
  }

  @Test func `evidence is never swept`() throws {
    try FileTree.makeDirectory("\(directory.path)/proofs/key/1")
    try cache.sweep()
    #expect(FileTree.isDirectory("\(directory.path)/proofs/key/1"))
  }

  @Test func `a cache that is not there has nothing to sweep`() throws {
    try ProofCache(at: "\(directory.path)/nothing").sweep()
  }

  @Test func `a session removes itself`() throws {
    let session = try ProofSession(in: cache)
    try FileTree.makeDirectory("\(session.directory)/a")
    try cache.sweep()
    #expect(FileTree.isDirectory("\(session.directory)/a"))
    try session.end()
    #expect(try FileTree.list("\(directory.path)/sessions") == [])
  }

  @Test(
    arguments: [
      (["POSTMORTEM_CACHE": "/x", "XDG_CACHE_HOME": "/y", "HOME": "/z"], "/x"),
      (["POSTMORTEM_CACHE": "", "XDG_CACHE_HOME": "/y", "HOME": "/z"], "/y/postmortem"),
      (["XDG_CACHE_HOME": "y", "HOME": ""], nil), (["HOME": "z"], nil), ([:], nil),
    ] as [([String: String], String?)])
  func `the cache stands where the environment says`(environment: [String: String], expected: String?) {
    #expect(ProofCache.defaultDirectory(environment: environment) == expected)
  }
}

import Digest
import Storage
import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The directory in which proofs are made: the trees of proofs under way, and the evidence of all.
public struct ProofCache: Sendable {
  /// Its root.
  public let directory: String

  /// The variable by which the processes of a session are known, also after a crash.
  static let sessionVariable = "POSTMORTEM_SESSION"

  /// The cache at `directory`.
  public init(at directory: String) {
    self.directory = directory
  }

  /// Where the cache stands unless the user says otherwise, from the environment; nil without a home.
  public static func defaultDirectory(environment: [String: String]) -> String? {
    if let own = environment["POSTMORTEM_CACHE"], !own.isEmpty { return own }
    return UserDirectory.cache.path(in: environment)
  }

  /// Removes what sessions left behind that ended without cleaning up: their trees and their processes.
  ///
  /// A session that is alive holds a lock, which the system takes from it however it ends.
  func sweep() throws(FileError) {
    let sessions = "\(directory)/sessions"
    guard FileTree.isDirectory(sessions) else { return }
    for name in try FileTree.list(sessions) {
      let session = "\(sessions)/\(name)"
      guard FileTree.isFile("\(session)/lock"), let lock = try FileLock.take("\(session)/lock") else {
        continue
      }
      defer { withExtendedLifetime(lock) {} }
      StrayProcesses.end(holding: "\(Self.sessionVariable)=\(name)")
      try FileTree.remove(session)
    }
  }
}

/// A proof under way: its directory, which goes when it ends, and the lock that shows that it lives.
final class ProofSession: Sendable {
  let name: String
  let directory: String
  private let lock: FileLock

  /// Starts a session in `cache`.
  init(in cache: ProofCache) throws {
    name = RandomBytes.hexadecimal(count: 6)
    directory = "\(cache.directory)/sessions/\(name)"
    try FileTree.makeDirectory(directory)
    guard let lock = try FileLock.take("\(directory)/lock") else {
      preconditionFailure("A session's name is random: no other holds its lock.")
    }
    self.lock = lock
  }

  /// The variable that its processes carry.
  var variable: (name: String, value: String) { (ProofCache.sessionVariable, name) }

  /// Ends what still runs and removes the directory.
  func end() throws(FileError) {
    StrayProcesses.end(holding: "\(ProofCache.sessionVariable)=\(name)")
    try FileTree.remove(directory)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Storage
import Subprocess
import Synchronization

/// A directory of a test's own, removed when nothing holds it any more.
public final class TemporaryDirectory: Sendable {
  /// Its real path.
  public let path: String

  /// Makes the directory.
  ///
  /// - Throws: `FileError` where the system refuses.
  public init() throws {
    guard let root = realpath("/tmp", nil) else { throw FileError(.create, "/tmp", code: errno) }
    defer { free(root) }
    var template = Array("\(String(cString: root))/postmortem-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, "/tmp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// Has it removed when the tests end, for what a static property holds is never released.
  public func removeAtExit() {
    Self.left.withLock { left in
      if left.isEmpty {
        atexit { TemporaryDirectory.left.withLock { $0.forEach(TemporaryDirectory.remove) } }
      }
      left.append(path)
    }
  }

  private static let left = Mutex<[String]>([])

  private static func remove(_ path: String) {
    // Not by our own room: what it cannot remove must not stay behind for that.
    _ = try? Spawner().capture(
      Command(
        "rm", ["-rf", "--", path], environment: ["PATH": ProcessVariables.path], workingDirectory: "/"))
  }
}

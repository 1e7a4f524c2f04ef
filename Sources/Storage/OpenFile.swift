#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that grows beside its place, and takes it at the end.
///
/// Until then it goes with this value. Where the process is killed it is left; a lock, which ends with the process,
/// tells it from one whose writer lives, so that `removeAbandoned` can remove it.
public final class OpenFile {
  private let descriptor: Int32

  /// Where it is while it grows; nil once it has taken its place.
  private var path: String?

  /// What errors name.
  private let shown: String

  /// How much was written, in bytes.
  public private(set) var size = 0

  /// An empty file at `path`: what was there is gone.
  ///
  /// One that another is still writing is waited for.
  ///
  /// - Parameter shown: what errors name instead of `path`.
  public init(creating path: String, mode: UInt32 = 0o600, shownAs shown: String? = nil) throws(FileError) {
    let shown = shown ?? path
    while true {
      // Not emptied by opening it: it may be another's.
      let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, mode_t(mode))
      guard descriptor >= 0 else { throw FileError(.write, shown, code: errno) }
      // A file system without locks is one where nothing is cleared away.
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
      // Between opening and locking, the file may have been removed or have taken its place.
      if Self.stands(descriptor, at: path) {
        self.descriptor = descriptor
        break
      }
      close(descriptor)
    }
    self.path = path
    self.shown = shown
    if ftruncate(descriptor, 0) != 0 { throw FileError(.write, shown, code: errno) }
  }

  /// Adds bytes at the end.
  public func append(_ bytes: some Collection<UInt8>) throws(FileError) {
    try FileTree.writeAll(Array(bytes), to: descriptor, path: shown)
    size += bytes.count
  }

  /// Gives it a mode, whatever the user's umask is.
  func take(mode: UInt32) throws(FileError) {
    if fchmod(descriptor, mode_t(mode)) != 0 { throw FileError(.write, shown, code: errno) }
  }

  /// Has the disk hold what was written so far.
  public func flush() throws(FileError) {
    if fsync(descriptor) != 0 { throw FileError(.write, shown, code: errno) }
  }

  /// Gives the file, as it is now, the name `destination` in the same file system.
  public func move(to destination: String) throws(FileError) {
    guard let path else { preconditionFailure("A file takes its place once.") }
    if rename(path, destination) != 0 { throw FileError(.write, destination, code: errno) }
    self.path = nil
  }

  deinit {
    if let path { unlink(path) }
    // A child between fork and exec still holds the descriptor: closing ours alone would let it hold the lock too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Removes what writers that were killed left in a directory; files whose writers live stay.
  ///
  /// It is no error where that cannot be done: they are in nobody's way.
  public static func removeAbandoned(in directory: String) {
    for name in (try? FileTree.list(directory)) ?? [] where isUnderWay(name) {
      let path = "\(directory)/\(name)"
      let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, stands(descriptor, at: path) { unlink(path) }
      close(descriptor)
    }
  }

  /// Whether a name is one that a file has only while it grows: "NAME.PID.tmp", "NAME.growing".
  private static func isUnderWay(_ name: String) -> Bool {
    if name.hasSuffix(".growing") { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 3 && parts.last == "tmp" && Int(parts[parts.count - 2]) != nil
  }

  private static func stands(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
      && held.st_dev == named.st_dev
  }
}

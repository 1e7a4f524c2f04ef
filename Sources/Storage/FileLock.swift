#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock on a file, held until this value ends or its process does, however it ends.
public final class FileLock: Sendable {
  private let descriptor: Int32

  /// The file that is locked.
  public let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Takes the lock on the file at `path`, which is made if it is missing; nil where another holds it.
  ///
  /// Other users may take it too, as far as the umask lets them read the file: a checkout may be shared.
  ///
  /// - Parameter waits: waits for the other to let go, instead.
  public static func take(_ path: String, waits: Bool = false) throws(FileError) -> FileLock? {
    var descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    // Where it is another user's, reading is enough; only a file system of a network wants more.
    if descriptor < 0, errno == EACCES { descriptor = open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError(.lock, path, code: errno) }
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      if code == EWOULDBLOCK { return nil }
      throw FileError(.lock, path, code: code)
    }
    return FileLock(descriptor: descriptor, path: path)
  }

  deinit {
    // A child between fork and exec still holds the descriptor: closing ours alone would let it hold the lock too.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

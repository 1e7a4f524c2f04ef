#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that grows while something is under way, and takes its place at the end.
public final class OpenFile {
  private let descriptor: Int32
  private let path: String

  /// How much was written, in bytes.
  public private(set) var size = 0

  /// An empty file at `path`; what was there is gone.
  public init(creating path: String) throws(FileError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
  }

  /// Adds bytes at the end.
  public func append(_ bytes: some Collection<UInt8>) throws(FileError) {
    try FileTree.writeAll(Array(bytes), to: descriptor, path: path)
    size += bytes.count
  }

  /// Gives the file, as it is now, the name `destination` in the same file system.
  public func move(to destination: String) throws(FileError) {
    if rename(path, destination) != 0 { throw FileError(.write, destination, code: errno) }
  }

  deinit {
    close(descriptor)
  }
}

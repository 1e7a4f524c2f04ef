#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of lines that only grows, safe with several writers; a line that was torn by a crash is skipped.
public struct AppendedLines: Sendable {
  /// Where the file is, or will be.
  public let path: String

  /// The lines of the file at `path`.
  public init(_ path: String) {
    self.path = path
  }

  /// Adds a line, in one write under a lock, and flushes it to the disk.
  ///
  /// - Parameter line: without the newline, and holding none.
  public func append(_ line: [UInt8]) throws(FileError) {
    precondition(!line.contains(UInt8(ascii: "\n")), "A line holds no newline.")
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw FileError(.lock, path, code: errno) }
    }
    // A crash in the middle of a write leaves no newline at the end: the torn line gets one of its own, so
    // that this line stands alone.
    let size = lseek(descriptor, 0, SEEK_END)
    var last = UInt8(ascii: "\n")
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    let tear: [UInt8] = last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    do throws(FileError) {
      try FileTree.writeAll(tear + line + [UInt8(ascii: "\n")], to: descriptor, path: path)
      if fdatasync(descriptor) != 0 { throw FileError(.write, path, code: errno) }
    } catch {
      // On a full disk part of the line may stand there: take it back.
      ftruncate(descriptor, size)
      throw error
    }
  }

  /// All whole lines, in order, without their newlines; none where there is no file.
  public func read() throws(FileError) -> [ArraySlice<UInt8>] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileTree.read(path)
    } catch {
      if error.code == ENOENT { return [] }
      throw error
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last newline is nothing, or a line that was never finished.
    if !lines.isEmpty { lines.removeLast() }
    return lines.filter { !$0.isEmpty }
  }
}

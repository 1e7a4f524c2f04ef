#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of JSON objects, one a line, that only grows, safe with several writers; a line that was torn is skipped.
public struct AppendedLines: Sendable {
  /// Where the file is, or will be.
  public let path: String

  private let mode: UInt32

  /// The lines of the file at `path`.
  ///
  /// - Parameter mode: who may read it, where it has to be made.
  public init(_ path: String, mode: UInt32 = 0o600) {
    self.path = path
    self.mode = mode
  }

  /// Adds a line, in one write under a lock, and flushes it to the disk.
  ///
  /// - Parameter line: without the newline, and holding none.
  public func append(_ line: [UInt8]) throws(FileError) {
    try append([line])
  }

  /// Adds lines, all in one write under a lock, and flushes them to the disk.
  ///
  /// - Parameter lines: each without the newline, and holding none.
  public func append(_ lines: [[UInt8]]) throws(FileError) {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    try write(lines, to: descriptor)
  }

  /// Adds lines that depend on those that are there: from the reading to the writing nobody else adds any.
  ///
  /// - Parameter make: gives the new lines, knowing all whole ones; each without the newline, and holding none.
  /// - Throws: `FileError`, or what `make` throws: then nothing is added.
  public func append(_ make: (_ lines: [ArraySlice<UInt8>]) throws -> [[UInt8]]) throws {
    let descriptor = try openLocked()
    defer { close(descriptor) }
    try write(make(read()), to: descriptor)
  }

  private func openLocked() throws(FileError) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, mode_t(mode))
    guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      throw FileError(.lock, path, code: code)
    }
    return descriptor
  }

  private func write(_ lines: [[UInt8]], to descriptor: Int32) throws(FileError) {
    precondition(lines.allSatisfy { !$0.contains(UInt8(ascii: "\n")) }, "A line holds no newline.")
    guard !lines.isEmpty else { return }
    // A crash in the middle of a write leaves no newline at the end: the torn line gets one of its own, so
    // that these lines stand alone.
    let size = lseek(descriptor, 0, SEEK_END)
    var last = UInt8(ascii: "\n")
    if size > 0 { pread(descriptor, &last, 1, size - 1) }
    let tear: [UInt8] = last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    do throws(FileError) {
      let text = lines.reduce(into: tear) { $0 += $1 + [UInt8(ascii: "\n")] }
      try FileTree.writeAll(text, to: descriptor, path: path)
      if fdatasync(descriptor) != 0 { throw FileError(.write, path, code: errno) }
      if size == 0 { try FileTree.flushName(of: path) }
    } catch {
      // On a full disk part of the lines may stand there: take it back.
      ftruncate(descriptor, size)
      throw error
    }
  }

  /// All whole lines, in order, without their newlines; none where there is no file.
  public func read() throws(FileError) -> [ArraySlice<UInt8>] { try numbered().map(\.bytes) }

  /// All whole lines, in order, each with the number that it has in the file, from 1; empty ones are none.
  ///
  /// What follows the last newline is a line where it is a whole object, as an editor may leave it.
  public func numbered() throws(FileError) -> [(number: Int, bytes: ArraySlice<UInt8>)] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileTree.read(path)
    } catch {
      if error.code == ENOENT { return [] }
      throw error
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Otherwise it is nothing, a line that was never finished, or one that another process is writing: no part of an
    // object, from its beginning, is one.
    if let last = lines.last, !Self.isObject(last) { lines.removeLast() }
    return lines.enumerated().filter { !$0.element.isEmpty }.map { ($0.offset + 1, $0.element) }
  }

  private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "{") && JSONText.isValue(line)
  }
}

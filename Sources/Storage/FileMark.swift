#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// By what one sees that a file was written since it was looked at: no other text at its path has the same mark.
///
/// A text of the same length, written over it within the same tick of the file system's clock, is taken for the same.
public struct FileMark: Sendable, Hashable {
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int
  private let nanoseconds: Int

  /// The mark of what stands at `path`, through symbolic links; nil where nothing does.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The mark of what the system says of a file.
  init(_ status: stat) {
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    (seconds, nanoseconds) = (Int(time.tv_sec), Int(time.tv_nsec))
  }

  /// The mark as a word, to be kept.
  public var text: String { "\(inode).\(size).\(seconds).\(nanoseconds)" }

  /// Whether what was written after it has another mark for sure: it is older than the ticks of file systems are long.
  ///
  /// - Parameter now: seconds since 1970.
  public func isSettled(by now: Int) -> Bool { seconds + 3 <= now }

  /// Whether it was written more than so many seconds before `now`, in seconds since 1970.
  public func isOlder(than age: Int, at now: Int) -> Bool { seconds + age < now }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A pipe by which a test plays the user who presses Ctrl-C.
final class InterruptPipe: Sendable {
  let readingEnd: Int32
  private let writingEnd: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CannotMakePipe() }
    readingEnd = ends[0]
    writingEnd = ends[1]
  }

  struct CannotMakePipe: Error {}

  func interrupt() {
    _ = write(writingEnd, "!", 1)
  }

  deinit {
    close(readingEnd)
    close(writingEnd)
  }
}

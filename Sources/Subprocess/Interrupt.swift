import CSubprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's wish to stop (Ctrl-C, SIGTERM, SIGHUP), as a value that every wait looks at.
public final class Interrupt: Sendable {
  /// Readable as soon as the user has asked to stop; below zero for an interrupt that never comes.
  public let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// An interrupt that never comes.
  public static let never = Interrupt(descriptor: -1)

  /// From now on SIGINT, SIGTERM and SIGHUP no longer end this process: they are seen through this value.
  ///
  /// One for the whole process: call it once, from the executable.
  ///
  /// - Throws: `SubprocessError` where no pipe can be made.
  public static func watchingSignals() throws(SubprocessError) -> Interrupt {
    let descriptor = csubprocess_watch_interrupts()
    if descriptor < 0 { throw .systemCallFailed(name: "pipe", code: errno) }
    return Interrupt(descriptor: descriptor)
  }

  /// Whether the user has asked to stop.
  public var hasCome: Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
  }

  /// An interrupt that comes as soon as `descriptor` can be read.
  public static func reading(descriptor: Int32) -> Interrupt {
    Interrupt(descriptor: descriptor)
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The terminal that a person sits at, wherever the streams of the process lead.
public final class ControllingTerminal: Sendable {
  /// Its descriptor.
  public let descriptor: Int32

  /// The terminal of this process; nil where it has none, or runs in the background of it, so that nobody is asked.
  public init?() {
    descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    guard tcgetpgrp(descriptor) == getpgrp() else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// How many lines it shows.
  public var rows: Int { Console.size(of: descriptor)?.lines ?? 24 }

  /// Forgets what was typed before it was asked for: what is to be an answer comes after the question.
  public func forgetTyped() {
    tcflush(descriptor, TCIFLUSH)
  }
}

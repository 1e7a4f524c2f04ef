#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two ends of the wire to the client, which nothing else in this process can reach.
///
/// A program that we start, or a stray print of a library, would otherwise write between our messages, or eat the
/// client's.
public struct StandardStreams: Sendable {
  /// What the client sends.
  public let input: Int32

  /// What the client reads.
  public let output: Int32

  /// Two ends that are open already.
  public init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Takes standard input and output for the wire: from now on descriptor 0 is empty, and 1 is standard error.
  ///
  /// - Returns: nil where the system refuses, as without any standard input.
  public static func take() -> StandardStreams? {
    let input = privateCopy(of: 0)
    let output = privateCopy(of: 1)
    let nothing = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard input >= 0, output >= 0, nothing >= 0, dup2(nothing, 0) == 0, dup2(2, 1) == 1 else { return nil }
    close(nothing)
    return StandardStreams(input: input, output: output)
  }

  private static func privateCopy(of descriptor: Int32) -> Int32 {
    // Behind the three that every program takes for its own.
    fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
  }
}

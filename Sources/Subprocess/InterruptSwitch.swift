#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import CSubprocess

/// A wish to stop that comes from within this process: of one request among many, or of whoever waits for an answer.
///
/// Whoever waits on `interrupt` must hold the switch meanwhile: with it the descriptor is closed.
public final class InterruptSwitch: Sendable {
  /// What those who are to stop look at.
  public let interrupt: Interrupt

  private let trigger: Int32

  /// A switch that is not turned yet.
  ///
  /// - Throws: `SubprocessError` where no pipe can be made.
  public init() throws(SubprocessError) {
    var ends: [Int32] = [-1, -1]
    guard csubprocess_pipe(&ends) == 0 else { throw .systemCallFailed(name: "pipe", code: errno) }
    interrupt = .reading(descriptor: ends[0])
    trigger = ends[1]
  }

  /// The interrupt has come from now on; turning it again changes nothing.
  public func turn() {
    // One byte is enough, and a pipe that is full has one.
    guard !interrupt.hasCome else { return }
    var byte: UInt8 = 1
    _ = write(trigger, &byte, 1)
  }

  deinit {
    close(interrupt.descriptor)
    close(trigger)
  }
}

extension Interrupt {
  /// Waits until one of these comes, and says which: its place in the list; nil where the time is over first.
  public static func first(of interrupts: [Interrupt], within limit: Duration? = nil) -> Int? {
    let end = limit.map { ContinuousClock.now + $0 }
    while true {
      var watched = interrupts.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      let ready = poll(&watched, nfds_t(watched.count), end.map(milliseconds(until:)) ?? -1)
      if ready > 0 { return watched.firstIndex { $0.revents != 0 } }
      if ready == 0, let end, ContinuousClock.now >= end { return nil }
    }
  }

  private static func milliseconds(until end: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: end).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    return Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }
}

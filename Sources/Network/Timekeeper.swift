import FoundationEssentials
public import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Time and chance, as those who wait for a server see them; a test supplies some in which nobody waits.
public struct Timekeeper: Sendable {
  /// How long it has been since some moment.
  public var elapsed: @Sendable () -> Duration

  /// Seconds since 1970.
  public var seconds: @Sendable () -> Double

  /// Waits; false where the user wished to stop.
  public var wait: @Sendable (Duration) -> Bool

  /// A number from 0 up to 1, another each time.
  public var chance: @Sendable () -> Double

  /// A timekeeper from its parts.
  public init(
    elapsed: @escaping @Sendable () -> Duration, seconds: @escaping @Sendable () -> Double,
    wait: @escaping @Sendable (Duration) -> Bool, chance: @escaping @Sendable () -> Double
  ) {
    self.elapsed = elapsed
    self.seconds = seconds
    self.wait = wait
    self.chance = chance
  }

  /// That of the system.
  public static func system(interrupt: Interrupt) -> Timekeeper {
    let start = ContinuousClock.now
    return Timekeeper(
      elapsed: { ContinuousClock.now - start }, seconds: { Date.now.timeIntervalSince1970 },
      wait: { pause($0, interrupt: interrupt) }, chance: { Double.random(in: 0..<1) })
  }

  private static func pause(_ duration: Duration, interrupt: Interrupt) -> Bool {
    let end = ContinuousClock.now + duration
    while true {
      let left = (end - ContinuousClock.now).components
      guard left.seconds >= 0, left.attoseconds >= 0 else { return true }
      let milliseconds = Int32(clamping: left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
      var watched = pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&watched, 1, milliseconds) > 0 { return false }
    }
  }
}

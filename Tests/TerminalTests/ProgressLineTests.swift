import Synchronization
import Testing

@testable import Terminal

struct ProgressLineTests {
  /// A clock that stands still until it is told the time.
  struct Watch: Clock {
    struct Instant: InstantProtocol {
      var offset: Duration
      func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
      func duration(to other: Self) -> Duration { other.offset - offset }
      static func < (first: Self, second: Self) -> Bool { first.offset < second.offset }
    }
    let script: ConsoleTests.Script
    var minimumResolution: Duration { .zero }
    /// The time is how often it was asked for, in steps of 60 ms.
    var now: Instant {
      Instant(
        offset: .milliseconds(60)
          * script.waits.withLock {
            $0 += 1; return $0
          })
    }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
  }

  @Test func `It is redrawn at most every 100 ms, and erased at the end`() {
    let script = ConsoleTests.Script([])
    var line = Self.line(script, allowsProgress: true)
    for step in 1...4 { line.show(StyledText("step \(step)", .dim)) }
    line.finish()
    line.finish()
    #expect(script.text == "\r\u{1B}[Kstep 1\r\u{1B}[Kstep 3\r\u{1B}[K")
  }

  @Test func `It never wraps`() {
    let script = ConsoleTests.Script([])
    var line = Self.line(script, allowsProgress: true)
    line.show(StyledText(String(repeating: "x", count: 50)))
    #expect(script.text == "\r\u{1B}[K" + String(repeating: "x", count: 18) + "…")
  }

  @Test func `Where it is not allowed nothing is written`() {
    let script = ConsoleTests.Script([])
    var line = Self.line(script, allowsProgress: false)
    line.show("step 1")
    line.finish()
    #expect(script.text.isEmpty)
  }

  static func line(_ script: ConsoleTests.Script, allowsProgress: Bool) -> ProgressLine<Watch> {
    let console = Console(output: ConsoleTests.Script([]).writer, error: script.writer)
    let capabilities = TerminalCapabilities(usesColor: false, width: 20, allowsProgress: allowsProgress)
    return ProgressLine(console: console, capabilities: capabilities, clock: Watch(script: script))
  }
}

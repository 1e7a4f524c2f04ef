/// One line on standard error that tells how far a long work has come, redrawn in place.
///
/// It draws at most every 100 ms and only where the terminal allows it. A line that comes too early is
/// dropped; the next one is drawn in its place.
public struct ProgressLine<Time: Clock>: Sendable where Time.Duration == Duration {
  private let console: Console
  private let capabilities: TerminalCapabilities
  private let clock: Time
  private var lastDrawn: Time.Instant?

  /// Makes a line that is not drawn yet.
  public init(console: Console, capabilities: TerminalCapabilities, clock: Time) {
    self.console = console
    self.capabilities = capabilities
    self.clock = clock
  }

  /// Draws the text over the former one, unless that is less than 100 ms old.
  public mutating func show(_ text: StyledText) {
    guard capabilities.allowsProgress else { return }
    let now = clock.now
    if let lastDrawn, lastDrawn.duration(to: now) < .milliseconds(100) { return }
    lastDrawn = now
    console.tell(Self.erasure + fitted(text).rendered(color: capabilities.usesColor))
  }

  /// Erases the line, so that what follows starts on a clean one.
  public mutating func finish() {
    guard lastDrawn != nil else { return }
    lastDrawn = nil
    console.tell(Self.erasure)
  }

  /// A text that fills the last column would wrap, and a wrapped line cannot be erased.
  private func fitted(_ text: StyledText) -> StyledText {
    let limit = capabilities.width - 1
    return text.columns <= limit ? text : StyledText(text.plain.truncated(toColumns: limit))
  }

  private static var erasure: String { "\r\u{1B}[K" }
}

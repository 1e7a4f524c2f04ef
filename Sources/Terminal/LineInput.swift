import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The lines that a person types, one at a time.
public final class LineInput: Sendable {
  /// What came.
  public enum Typed: Sendable, Equatable {
    /// A line, without its end.
    case line(String)
    /// The input is at its end: Ctrl-D, or the terminal has gone.
    case end
    /// The person pressed Ctrl-C.
    case interrupted
  }

  /// A line of so many bytes may have been cut: a terminal on Linux keeps 4095 of each (termios(3)), on macOS 1024.
  public static let longestLine: Int = {
    #if os(Linux)
      4095
    #else
      1023
    #endif
  }()

  private let descriptor: Int32
  private let interrupt: Int32
  private let unread = Mutex<[UInt8]>([])

  /// The lines of an open descriptor.
  ///
  /// - Parameter interrupt: a descriptor that can be read as soon as the person wishes to stop; below zero for none.
  public init(descriptor: Int32 = 0, interrupt: Int32) {
    self.descriptor = descriptor
    self.interrupt = interrupt
  }

  /// Waits for the next line.
  public func next() -> Typed {
    while true {
      if let line = takeLine() { return .line(line) }
      var requests = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: interrupt, events: Int16(POLLIN), revents: 0),
      ]
      let ready = unsafe poll(&requests, nfds_t(requests.count), -1)
      if ready < 0, errno != EINTR { return .end }
      if requests[1].revents != 0 { return .interrupted }
      if requests[0].revents == 0 { continue }
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        unread.withLock { $0 += bytes[..<count] }
      } else if count == 0 || errno != EINTR {
        return takeRest().map(Typed.line) ?? .end
      }
    }
  }

  /// Waits for the next line, which the terminal does not show while it is typed.
  ///
  /// - Parameter prompt: asks for it; whoever answers at once must find the terminal hiding keys already.
  public func nextHidden(asking prompt: () -> Void) -> Typed {
    var shown = termios()
    guard unsafe tcgetattr(descriptor, &shown) == 0 else {
      prompt()
      return next()
    }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    // What was typed before it was asked for is dropped: it was shown.
    _ = unsafe tcsetattr(descriptor, TCSAFLUSH, &hidden)
    defer { _ = unsafe tcsetattr(descriptor, TCSANOW, &shown) }
    prompt()
    return next()
  }

  /// Whether more has come already, or comes at once: what nobody types, but pastes.
  public func isMoreWaiting() -> Bool {
    if unread.withLock({ !$0.isEmpty }) { return true }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    // Terminals hand on what is pasted in pieces.
    return unsafe poll(&request, 1, 20) > 0
  }

  private func takeLine() -> String? {
    unread.withLock { bytes in
      guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      defer { bytes.removeSubrange(...end) }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }

  private func takeRest() -> String? {
    unread.withLock { bytes in
      defer { bytes = [] }
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }
}

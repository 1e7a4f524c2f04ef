import Storage
import Synchronization
import Terminal

/// Writes messages, each whole and on a line of its own, whoever writes at the same time.
final class FrameWriter: Sendable {
  private let console: Mutex<Console>

  init(descriptor: Int32) {
    console = Mutex(Console(output: descriptor))
  }

  /// A reader that has gone is no fault: the end of its input says so, too.
  func write(_ message: JSONTree) {
    guard let bytes = try? JSONText.encode(message) else { return }
    write(bytes)
  }

  /// Writes a message that is encoded already.
  func write(_ bytes: [UInt8]) {
    console.withLock { _ = $0.write(bytes + [UInt8(ascii: "\n")]) }
  }
}

public import Storage
import Synchronization
import Terminal

/// Writes messages, each whole, whoever writes at the same time.
public final class FrameWriter: Sendable {
  /// How the other side knows where a message ends.
  public enum Framing: Sendable {
    /// Each is a line.
    case line

    /// A header before each says how long it is.
    case header
  }

  /// nil once nothing is to be written any more.
  private let console: Mutex<Console?>
  private let framing: Framing

  /// Writes to a descriptor.
  public init(descriptor: Int32, framing: Framing) {
    console = Mutex(Console(output: descriptor))
    self.framing = framing
  }

  /// A reader that has gone is no fault: the end of its input says so, too.
  public func write(_ message: JSONTree) { write(JSONText.encode(message)) }

  /// Writes a message that is encoded already.
  public func write(_ bytes: [UInt8]) {
    let frame =
      switch framing {
      case .line: bytes + [UInt8(ascii: "\n")]
      case .header: Array("Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes
      }
    console.withLock { _ = $0?.write(frame) }
  }

  /// From now on nothing is written, whoever still wants to.
  public func end() { console.withLock { $0 = nil } }

  /// Answers a request.
  public func respond(to id: RequestID, _ result: JSONTree) {
    write(.object(["jsonrpc": .text("2.0"), "id": id.value, "result": result]))
  }

  /// Asks for something; the answer names `id`.
  public func request(_ id: String, _ method: String, _ parameters: JSONTree = .nothing) {
    var message: [String: JSONTree] = ["jsonrpc": .text("2.0"), "id": .text(id), "method": .text(method)]
    if parameters != .nothing { message["params"] = parameters }
    write(.object(message))
  }

  /// Tells something that nobody asked for.
  public func notify(_ method: String, _ parameters: JSONTree) {
    write(.object(["jsonrpc": .text("2.0"), "method": .text(method), "params": parameters]))
  }
}

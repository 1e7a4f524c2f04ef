import Storage
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server of HTTP on this machine that does, request by request, what a script says; it keeps what it was asked.
public final class ScriptedServer: Sendable {
  /// What is done about one request, once it has come whole.
  public enum Step: Sendable {
    /// The bytes are written, and the connection stays.
    case answer(String)

    /// The bytes are written, and the connection ends.
    case answerAndClose(String)

    /// The connection is cut (RST), without an answer.
    case reset

    /// The bytes are written, and nothing more comes.
    case stall(String)
  }

  private struct State {
    var script: [Step]
    var requests: [String] = []
    var connections = 0
    var open: Set<Int32> = []
    var isOver = false
  }

  /// The port that it listens on, of 127.0.0.1.
  public let port: Int

  private let listener: Int32
  private let state: Mutex<State>

  /// A server that follows a script; after its end it cuts every connection.
  ///
  /// - Throws: `ScriptedServerError` where the system refuses.
  public convenience init(_ script: Step...) throws { try self.init(script) }

  /// The same of a list.
  public init(_ script: [Step]) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound, listen(listener, 16) == 0 else { throw ScriptedServerError(code: errno) }
    port = Int(UInt16(bigEndian: address.sin_port))
    state = Mutex(State(script: script))
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    Self.start { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { break }
        guard let self, self.begin(connection) else {
          close(connection)
          break
        }
        Self.start { [weak self] in self?.serve(connection) }
      }
      close(descriptor)
    }
  }

  deinit {
    let open = state.withLock { state in
      state.isOver = true
      return state.open
    }
    for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// An address of it.
  public func address(_ path: String = "") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// The requests that came whole, as text: head and body.
  public var requests: [String] { state.withLock { $0.requests } }

  /// How many connections were made.
  public var connections: Int { state.withLock { $0.connections } }

  private func begin(_ connection: Int32) -> Bool {
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return state.withLock { state in
      state.connections += 1
      state.open.insert(connection)
      return !state.isOver
    }
  }

  private func serve(_ connection: Int32) {
    var buffer: [UInt8] = []
    while let request = Self.request(from: connection, &buffer) {
      let step = state.withLock { state -> Step in
        state.requests.append(request)
        return state.script.isEmpty ? .reset : state.script.removeFirst()
      }
      switch step {
      case .answer(let text):
        Self.write(text, to: connection)
        continue
      case .answerAndClose(let text): Self.write(text, to: connection)
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<linger>.size))
      case .stall(let text):
        Self.write(text, to: connection)
        // Until the other end goes.
        while Self.more(from: connection, &buffer) {}
      }
      break
    }
    state.withLock { _ = $0.open.remove(connection) }
    close(connection)
  }

  /// The next request, whole; nil where the connection has ended.
  private static func request(from connection: Int32, _ buffer: inout [UInt8]) -> String? {
    while true {
      if let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) {
        let head = String(decoding: buffer[..<end.upperBound], as: UTF8.self)
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
        let length = line.flatMap { Int($0.dropFirst(15).filter { !$0.isWhitespace }) } ?? 0
        if buffer.count >= end.upperBound + length {
          defer { buffer.removeFirst(end.upperBound + length) }
          return String(decoding: buffer[..<(end.upperBound + length)], as: UTF8.self)
        }
      }
      guard more(from: connection, &buffer) else { return nil }
    }
  }

  private static func more(from connection: Int32, _ buffer: inout [UInt8]) -> Bool {
    var piece = [UInt8](repeating: 0, count: 65536)
    let count = read(connection, &piece, piece.count)
    if count > 0 { buffer += piece[..<count] }
    return count > 0
  }

  private static func write(_ text: String, to connection: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    #if os(Linux)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let code = pthread_create(
      &thread, nil,
      { context in
        #if os(Linux)
          guard let context else { return nil }
        #endif
        Unmanaged<Box>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, box)
    precondition(code == 0, "A test can start a thread.")
    #if os(Linux)
      pthread_detach(thread)
    #else
      if let thread { pthread_detach(thread) }
    #endif
  }
}

/// The system gave no port.
public struct ScriptedServerError: Error {
  var code: Int32
}

extension ScriptedServer {
  /// An answer as HTTP writes it, with the length of its body.
  public static func text(
    _ status: String = "200 OK", _ body: String = "", headers: [String] = []
  ) -> String {
    (["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)"] + headers).map { $0 + "\r\n" }.joined()
      + "\r\n"
      + body
  }
}

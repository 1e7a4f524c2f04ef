import JSONRPC
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Messages behind a header that says how long they are.
@Suite struct HeaderFrameReaderTests {
  /// Writes the text in pieces of so many bytes, and reads until the end.
  private func read(_ text: String, pieces: Int = .max, limit: Int = Frame.limit) throws -> [Frame] {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    var reader = HeaderFrameReader(descriptor: ends[0], interrupts: [], limit: limit)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(pieces))
      try #require(write(ends[1], piece, piece.count) == piece.count)
      rest = rest.dropFirst(piece.count)
    }
    close(ends[1])
    defer { close(ends[0]) }
    var frames: [Frame] = []
    while true {
      let frame = reader.next()
      if frame == .end { return frames }
      frames.append(frame)
    }
  }

  private func message(_ text: String) -> Frame { .message(Array(text.utf8)) }

  private static func framed(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }

  @Test(arguments: [1, 2, 7, Int.max])
  func `messages are the same however they are cut`(pieces: Int) throws {
    let text = Self.framed("{}") + Self.framed("[\n\r\n]") + Self.framed("é") + Self.framed("")
    #expect(
      try read(text, pieces: pieces) == [message("{}"), message("[\n\r\n]"), message("é"), message("")])
  }

  @Test(arguments: [
    "content-length: 2\r\n\r\n{}", "Content-Length:2\n\n{}", "\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc\r\n\r\n{}",
  ])
  func `a header is read as clients write it`(text: String) throws {
    #expect(try read(text) == [message("{}")])
  }

  @Test(arguments: [
    "hello\r\n", "{\"jsonrpc\":\"2.0\"}\n", "Content-Length: x\r\n", "Content-Length: -1\r\n",
    "Content-Length: 1.5\r\n", "Content-Length: 99999999999999999999\r\n", "Content-Type: x\r\n\r\n",
    "\u{0}\u{1}\n", ": 2\r\n", "garbage without an end ",
  ])
  func `what is no header is told, and the next message is read`(garbage: String) throws {
    let frames = try read(garbage + Self.framed("{}"))
    #expect(frames.last == message("{}"), "\(frames)")
    guard case .malformed = frames.first else {
      Issue.record("nothing was told: \(frames)")
      return
    }
  }

  @Test func `a header that does not end is given up`() throws {
    let text = String(repeating: "x", count: 40_000)
    #expect(try read(text).allSatisfy { $0 == .malformed("A header that does not end.") })
  }

  @Test func `a message that is too long is passed over`() throws {
    let long = Self.framed(String(repeating: "x", count: 60_000))
    let text = long + Self.framed("{}")
    #expect(try read(text, pieces: 500, limit: 1000) == [.tooLong, message("{}")])
  }

  @Test(arguments: ["Content-Len", "Content-Length: 5\r\n", "Content-Length: 5\r\n\r\nabc"])
  func `what the end cuts short is no message`(text: String) throws {
    #expect(try read(text) == [])
  }

  @Test func `an interrupt ends the reading`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let stop = try InterruptSwitch()
    var reader = HeaderFrameReader(descriptor: ends[0], interrupts: [])
    reader.end(with: stop.interrupt)
    stop.turn()
    #expect(reader.next() == .end)
  }
}

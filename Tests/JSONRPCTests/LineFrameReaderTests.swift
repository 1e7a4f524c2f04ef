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

/// Lines as they come, in whatever pieces.
@Suite struct LineFrameReaderTests {
  /// Writes the pieces one after the other, and reads until the end.
  private func read(_ pieces: [String], limit: Int = Frame.limit) throws -> [Frame] {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    var reader = LineFrameReader(descriptor: ends[0], interrupt: .never, limit: limit)
    for piece in pieces {
      let bytes = Array(piece.utf8)
      try #require(write(ends[1], bytes, bytes.count) == bytes.count)
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

  private func lines(_ texts: String...) -> [Frame] { texts.map { .message(Array($0.utf8)) } }

  @Test func `lines are the same however they are cut`() throws {
    #expect(try read(["a\nbc\n\nd\n"]) == lines("a", "bc", "", "d"))
    #expect(try read(["a", "\nb", "c\n", "\n", "d\n"]) == lines("a", "bc", "", "d"))
  }

  @Test func `what follows the last end of a line is no message`() throws {
    #expect(try read(["a\nhalf"]) == lines("a"))
    #expect(try read([]) == [])
  }

  @Test func `a line that never ends is passed over, and the next one is read`() throws {
    let long = String(repeating: "x", count: 1000)
    #expect(try read([long, long, "\nb\n"], limit: 100) == [.tooLong] + lines("b"))
  }

  @Test func `an interrupt ends the reading`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let stop = try InterruptSwitch()
    stop.turn()
    stop.turn()
    var reader = LineFrameReader(descriptor: ends[0], interrupt: stop.interrupt)
    #expect(reader.next() == .end)
  }
}

import Terminal
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct LineInputTests {
  /// The ends of a pipe; what is written is read at once or later, as the system gives it.
  private func makePipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  private func send(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }

  @Test func `lines come one at a time, the last one without its end too, and then the end`() throws {
    let ends = try makePipe()
    defer { close(ends.read) }
    send("one\n\ntw\u{F6}\nrest", to: ends.write)
    close(ends.write)
    let input = LineInput(descriptor: ends.read, interrupt: -1)
    #expect(
      (0..<5).map { _ in input.next() } == [.line("one"), .line(""), .line("tw\u{F6}"), .line("rest"), .end])
  }

  @Test func `what was not typed line by line is known by what is waiting behind it`() throws {
    let ends = try makePipe()
    defer { for end in [ends.read, ends.write] { close(end) } }
    let input = LineInput(descriptor: ends.read, interrupt: -1)
    send("one\ntwo\n", to: ends.write)
    #expect(input.next() == .line("one"))
    #expect(input.isMoreWaiting())
    #expect(input.next() == .line("two"))
    #expect(!input.isMoreWaiting())
  }

  @Test func `an interruption is told though nothing was typed, and what was typed before it is not taken`()
    throws
  {
    let ends = try makePipe()
    let interrupt = try makePipe()
    defer { for end in [ends.read, ends.write, interrupt.read, interrupt.write] { close(end) } }
    let input = LineInput(descriptor: ends.read, interrupt: interrupt.read)
    send("one\n", to: ends.write)
    #expect(input.next() == .line("one"))
    send("two", to: ends.write)
    send("!", to: interrupt.write)
    #expect(input.next() == .interrupted)
  }
}

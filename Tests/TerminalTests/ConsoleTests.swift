import Synchronization
import Testing

@testable import Terminal

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

struct ConsoleTests {
  /// Answers writes from a script, and keeps what it took.
  final class Script: Sendable {
    let taken = Mutex<[UInt8]>([])
    let waits = Mutex(0)
    let answers: Mutex<[DescriptorWriter.Attempt]>

    init(_ answers: [DescriptorWriter.Attempt]) {
      self.answers = Mutex(answers.reversed())
    }

    var writer: DescriptorWriter {
      DescriptorWriter(
        attempt: { bytes in
          let answer = self.answers.withLock { $0.popLast() } ?? .wrote(bytes.count)
          if case .wrote(let count) = answer { self.taken.withLock { $0 += bytes.prefix(count) } }
          return answer
        },
        waitUntilReady: { self.waits.withLock { $0 += 1 } })
    }

    var text: String { taken.withLock { String(decoding: $0, as: UTF8.self) } }
  }

  @Test func `Short writes, interruptions and a full pipe are overcome`() {
    let script = Script([.wrote(3), .failed(errno: EINTR), .wrote(0), .failed(errno: EAGAIN), .wrote(1)])
    #expect(script.writer.write("a whole string") == .written)
    #expect(script.text == "a whole string")
    #expect(script.waits.withLock { $0 } == 1)
  }

  @Test func `A vanished reader is a quiet end`() {
    let script = Script([.wrote(3), .failed(errno: EPIPE)])
    #expect(script.writer.write("a whole string") == .closed)
    #expect(script.text == "a w")
  }

  @Test func `Another failure is told by its number`() {
    #expect(Script([.failed(errno: ENOSPC)]).writer.write("x") == .failed(errno: ENOSPC))
  }

  @Test func `An empty string is written without a call`() {
    #expect(Script([.failed(errno: EBADF)]).writer.write("") == .written)
  }

  @Test func `A real pipe carries both streams, and breaks quietly`() {
    Console.ignoreBrokenPipes()
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    let console = Console(output: ends[1], error: ends[1])
    #expect(console.write("data\n") == .written)
    #expect(console.tell("said\n") == .written)
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = unsafe read(ends[0], &buffer, 64)
    #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "data\nsaid\n")
    close(ends[0])
    #expect(console.write("more") == .closed)
    close(ends[1])
    #expect(!Console.isTerminal(ends[1]))
    #expect(Console.columns(of: -1) == nil)
  }
}

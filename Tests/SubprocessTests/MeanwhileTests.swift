import Subprocess
import Synchronization
import Testing

@Suite struct MeanwhileTests {
  private struct Mishap: Error, Equatable {}

  @Test func `what is done meanwhile is there for everybody who asks, and is done once`() throws {
    let counted = Counted()
    let work = try Meanwhile { counted.next() }
    #expect(try work.value() == 1 && work.value() == 1)
    #expect(counted.next() == 2)
  }

  @Test func `an error comes to whoever asks`() throws {
    let work = try Meanwhile<Int> { throw Mishap() }
    #expect(throws: Mishap()) { try work.value() }
    #expect(throws: Mishap()) { try work.value() }
  }

  @Test func `many wait for each other and all come to their end`() throws {
    var last = try Meanwhile { 0 }
    for _ in 0..<50 {
      let before = last
      last = try Meanwhile { try before.value() + 1 }
    }
    #expect(try last.value() == 50)
  }

  @Test(arguments: [1, 2, 100, nil]) func `jobs done together answer in their order, however many at a time`(
    limit: Int?
  ) throws {
    let running = Running()
    let jobs = (0..<20).map { number in
      { @Sendable in
        running.begin()
        defer { running.end() }
        return number
      }
    }
    #expect(try Workers.together(jobs, atMost: limit) == Array(0..<20))
    #expect(running.most <= limit ?? 20)
  }

  @Test func `where no thread can be started the caller's does the work`() throws {
    let workers = try Workers(limit: 2, stack: 1 << 60)
    let counted = Counted()
    workers.run { _ = counted.next() }
    workers.run { _ = counted.next() }
    #expect(counted.next() == 3)
    workers.end()
  }

  /// Counts how often it is asked.
  private final class Counted: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }

  /// How many run at a time.
  private final class Running: Sendable {
    private let state = Mutex((now: 0, most: 0))
    var most: Int { state.withLock(\.most) }
    func begin() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
    }
    func end() { state.withLock { $0.now -= 1 } }
  }
}

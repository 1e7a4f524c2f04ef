import CSubprocess
import Synchronization

extension Workers {
  /// Does all of these at once, each on a thread of its own, and gives what came of each, in their order.
  ///
  /// A single one is done on the thread of the caller.
  ///
  /// - Parameter limit: so many at a time; the others wait for their turn. Nil for all.
  /// - Throws: `SubprocessError` where no pipe can be made.
  public static func together<Result: Sendable>(
    _ jobs: [@Sendable () -> Result], atMost limit: Int? = nil
  ) throws(SubprocessError) -> [Result] {
    guard jobs.count > 1 else { return jobs.map { $0() } }
    let workers = try Workers(limit: max(1, min(jobs.count, limit ?? jobs.count)))
    let done = try Bell()
    let results = Results<Result>()
    for (place, job) in jobs.enumerated() {
      workers.run {
        let result = job()
        results.all.withLock { $0[place] = result }
        done.ring()
      }
    }
    for _ in jobs { done.wait() }
    workers.end()
    return results.all.withLock { all in jobs.indices.compactMap { all[$0] } }
  }

  private final class Results<Result: Sendable>: Sendable {
    let all = Mutex<[Int: Result]>([:])
  }
}

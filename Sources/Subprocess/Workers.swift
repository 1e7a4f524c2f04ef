import CSubprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that carry out what may take long, while another thread reads what the client sends.
///
/// Operations block: they wait for programs and for servers. Threads of our own are started one by one, up to a limit,
/// and kept; what comes beyond it waits for its turn. Where the system has no thread left, and none was started, the
/// caller's carries it out.
public final class Workers: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var threads = 0
    var idle = 0
    var isEnding = false
  }

  private let state = Mutex(State())
  private let limit: Int
  private let stack: Int
  private let bell: Bell

  /// At most so many threads.
  ///
  /// - Parameter stack: bytes of the stack of each. As deep as that of the first thread: what reads nested text needs it,
  ///   and other systems give less.
  /// - Throws: `SubprocessError` where no pipe can be made.
  public init(limit: Int, stack: Int = 8 << 20) throws(SubprocessError) {
    self.limit = limit
    self.stack = stack
    bell = try Bell()
  }

  /// Has a thread do it, after what was handed in before.
  public func run(_ job: @escaping @Sendable () -> Void) {
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      guard state.idle < state.jobs.count, state.threads < limit else { return false }
      state.threads += 1
      return true
    }
    if needsThread, !startThread() {
      let job = state.withLock { state in
        state.threads -= 1
        return state.threads == 0 && !state.jobs.isEmpty ? state.jobs.removeFirst() : nil
      }
      if let job { return job() }
    }
    bell.ring()
  }

  /// Has the threads end, each as soon as it has nothing to do.
  public func end() {
    let threads = state.withLock { state in
      state.isEnding = true
      return state.threads
    }
    for _ in 0..<threads { bell.ring() }
  }

  private func work() {
    while true {
      state.withLock { $0.idle += 1 }
      bell.wait()
      let (job, isOver) = state.withLock { state in
        state.idle -= 1
        return state.jobs.isEmpty ? (nil, state.isEnding) : (state.jobs.removeFirst(), false)
      }
      if isOver { return }
      job?()
    }
  }

  private func startThread() -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stack)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let own = Unmanaged.passRetained(self).toOpaque()
    #if os(Linux)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let code = pthread_create(
      &thread, &attributes,
      { context in
        #if os(Linux)
          guard let context = context else { return nil }
        #endif
        Unmanaged<Workers>.fromOpaque(context).takeRetainedValue().work()
        return nil
      }, own)
    if code != 0 { Unmanaged<Workers>.fromOpaque(own).release() }
    return code == 0
  }
}

/// A pipe that holds one byte for each job that waits.
final class Bell: Sendable {
  private let ends: [Int32]

  init() throws(SubprocessError) {
    var ends: [Int32] = [-1, -1]
    guard csubprocess_pipe(&ends) == 0 else { throw .systemCallFailed(name: "pipe", code: errno) }
    self.ends = ends
  }

  func ring() {
    var byte: UInt8 = 0
    while write(ends[1], &byte, 1) < 0, errno == EINTR {}
  }

  func wait() {
    var byte: UInt8 = 0
    while read(ends[0], &byte, 1) < 0, errno == EINTR {}
  }

  deinit {
    close(ends[0])
    close(ends[1])
  }
}

import CSubprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The children that this process knows of, so that those it inherits can be told apart and ended.
enum LiveChildren {
  private struct State {
    /// Whether each owns the strays of its time.
    var known: [pid_t: Bool] = [:]
    var adoptsOrphans = false
  }

  private static let state = Mutex(State())

  /// Orphans of our programs become our children from now on.
  static func adoptOrphans() throws(SubprocessError) {
    let code = csubprocess_adopt_orphans(1)
    if code != 0 { throw .systemCallFailed(name: "prctl", code: code) }
    state.withLock { $0.adoptsOrphans = true }
  }

  /// While `body` runs, orphans are nobody's of ours: what an editor leaves behind is the user's own.
  static func leavingOrphans<Result>(
    _ body: () throws(SubprocessError) -> Result
  ) throws(SubprocessError) -> Result {
    guard state.withLock({ $0.adoptsOrphans }) else { return try body() }
    _ = csubprocess_adopt_orphans(0)
    defer { _ = csubprocess_adopt_orphans(1) }
    return try body()
  }

  /// Starts a child by `start` and registers it in one step; returns the code that `start` gave.
  static func register(ownsStrays: Bool, _ start: () -> (pid_t?, Int32)) -> Int32 {
    state.withLock { state in
      let (pid, code) = start()
      if let pid { state.known[pid] = ownsStrays }
      return code
    }
  }

  static func unregister(_ pid: pid_t) {
    _ = state.withLock { $0.known.removeValue(forKey: pid) }
  }

  /// Ends every child of this process that it did not start itself, and says how many there were.
  ///
  /// What belongs to a program that is still running is left to its end: what is in its session, and where it owns the
  /// strays of its time, all of them, unless it is the end of another owner.
  static func endStrays(ofOwner isOwner: Bool = true) -> Int {
    state.withLock { state in
      guard state.adoptsOrphans, isOwner || !state.known.values.contains(true) else { return 0 }
      var ended = 0
      // Ending one may orphan its own children, which then become ours: look until there are none.
      for _ in 0..<100 {
        let strays = currentChildren().filter { state.known[$0] == nil && state.known[getsid($0)] == nil }
        if strays.isEmpty { break }
        for pid in strays {
          kill(pid, SIGKILL)
          var ending = csubprocess_ending()
          if csubprocess_reap(pid, &ending) == 0, ending.signalled != 0 { ended += 1 }
        }
      }
      return ended
    }
  }

  /// Ends every program that is still running, with its session.
  static func endAll() {
    for pid in state.withLock({ Array($0.known.keys) }) {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
    }
    _ = endStrays()
  }

  /// The children of all threads of this process, as Linux lists them; elsewhere none are inherited.
  private static func currentChildren() -> [pid_t] {
    #if os(Linux)
      guard let threads = opendir("/proc/self/task") else { return [] }
      defer { closedir(threads) }
      var children: [pid_t] = []
      while let entry = readdir(threads) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard Int(name) != nil, let text = readSmallFile("/proc/self/task/\(name)/children") else { continue }
        children += text.split(separator: " ").compactMap { pid_t($0) }
      }
      return children
    #else
      return []
    #endif
  }

  #if os(Linux)
    private static func readSmallFile(_ path: String) -> String? {
      let descriptor = Descriptor(open(path, O_RDONLY | O_CLOEXEC))
      guard descriptor.isOpen else { return nil }
      var bytes: [UInt8] = []
      var chunk = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = read(descriptor.number, &chunk, chunk.count)
        if count <= 0 { break }
        bytes += chunk[..<count]
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  #endif
}

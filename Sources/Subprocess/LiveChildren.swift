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
    /// How each is told from the others by what it leaves behind.
    var known: [pid_t: Owner] = [:]
    var adoptsOrphans = false
  }

  /// What a program is to the processes that leave its session.
  struct Owner {
    /// Whether those of its time are taken for its own.
    var ownsStrays: Bool

    /// The value of `Spawner.runVariable` in its environment: its descendants carry it.
    var mark: String?
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
  static func register(_ owner: Owner, _ start: () -> (pid_t?, Int32)) -> Int32 {
    state.withLock { state in
      let (pid, code) = start()
      if let pid { state.known[pid] = owner }
      return code
    }
  }

  /// Forgets a program that has been reaped, and says what it was.
  @discardableResult
  static func unregister(_ pid: pid_t) -> Owner? {
    state.withLock { $0.known.removeValue(forKey: pid) }
  }

  /// Ends the children of this process that it did not start itself, and says how many there were.
  ///
  /// What belongs to a program that is still running is left to its end: what is in its session, and where it owns the
  /// strays of its time, all that is not known to be of the program that has ended.
  ///
  /// - Parameters:
  ///   - pid: the number of the program that has ended; nil where all have.
  static func endStrays(of pid: pid_t? = nil, _ owner: Owner? = nil) -> Int {
    state.withLock { state in
      let othersOwn = state.known.values.contains { $0.ownsStrays }
      guard state.adoptsOrphans, owner?.ownsStrays ?? true || !othersOwn else { return 0 }
      var ended = 0
      // Ending one may orphan its own children, which then become ours: look until there are none.
      for _ in 0..<100 {
        let strays = currentChildren().filter { stray in
          guard state.known[stray] == nil, state.known[getsid(stray)] == nil else { return false }
          // To end what another run has started would have that run fail.
          return pid == nil || !othersOwn || getsid(stray) == pid
            || owner?.mark.map { carries($0, stray) } ?? false
        }
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

  /// Whether a process was started with this mark in its environment.
  private static func carries(_ mark: String, _ pid: pid_t) -> Bool {
    StrayProcesses.holds("\(Spawner.runVariable)=\(mark)", process: "\(pid)")
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

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Storage

/// Processes that outlived the one that started them, found by a variable in their environment.
public enum StrayProcesses {
  /// Ends every process of ours whose environment holds `variable` ("NAME=VALUE"), and says how many there were.
  ///
  /// Linux shows the environment that a process was started with; elsewhere none are found.
  @discardableResult
  public static func end(holding variable: String) -> Int {
    #if os(Linux)
      let own = getpid()
      var ended = 0
      for name in (try? FileTree.list("/proc")) ?? [] {
        guard let pid = pid_t(name), pid != own, holds(variable, process: name) else { continue }
        if kill(pid, SIGKILL) == 0 { ended += 1 }
      }
      return ended
    #else
      return 0
    #endif
  }

  /// Whether a process, by its number, was started with `variable` in its environment; false where one cannot see it.
  static func holds(_ variable: String, process name: String) -> Bool {
    guard let environment = try? FileTree.read("/proc/\(name)/environ") else { return false }
    return environment.split(separator: 0).contains { $0.elementsEqual(variable.utf8) }
  }
}

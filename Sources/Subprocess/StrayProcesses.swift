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
      let wanted = Array(variable.utf8)
      let own = getpid()
      var ended = 0
      for name in (try? FileTree.list("/proc")) ?? [] {
        guard let pid = pid_t(name), pid != own, let environment = try? FileTree.read("/proc/\(name)/environ")
        else {
          continue
        }
        let isWanted = environment.split(separator: 0).contains { $0.elementsEqual(wanted) }
        if isWanted, kill(pid, SIGKILL) == 0 { ended += 1 }
      }
      return ended
    #else
      return 0
    #endif
  }
}

import CSubprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Spawner {
  /// Runs a program at the user's terminal, to its end, as a shell would: an editor.
  ///
  /// It has our standard input and error, and our standard output where that is a terminal: else its screen would go
  /// into a result that is piped elsewhere. Ctrl-C and Ctrl-\ are its own meanwhile, not ours; what it leaves in the
  /// background goes on.
  ///
  /// - Throws: `SubprocessError` where it cannot be started.
  public func runInForeground(_ command: Command) throws(SubprocessError) -> Ending {
    csubprocess_ignore_keyboard(1)
    defer { csubprocess_ignore_keyboard(0) }
    return try LiveChildren.leavingOrphans { () throws(SubprocessError) in
      let pid = try Child.spawn(
        command, input: 0, output: isatty(1) == 1 ? 1 : 2, error: 2, inForeground: true)
      var ending = csubprocess_ending()
      let code = csubprocess_reap(pid, &ending)
      LiveChildren.unregister(pid)
      guard code == 0 else { throw .systemCallFailed(name: "wait4", code: code) }
      return ending.signalled != 0 ? .signal(ending.code) : .exit(ending.code)
    }
  }
}

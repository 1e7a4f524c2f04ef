#if os(Linux)
  import Scratch
  import Subprocess
  import Testing

  /// The watch on the list of processes, as soaks use it.
  @Suite struct ProcessWatchTests {
    @Test func `what a program hands on to one that it starts is seen, and what it was given itself is not`()
      throws
    {
      let secret = "s3cret-t0ken"
      let watch = try ProcessWatch(for: secret, handedOnBy: "/bin/sh")
      let terminal = try TerminalSession(
        Command(
          "/bin/sh", ["-c", "echo ready; cat; true"],
          environment: ["PATH": ProcessVariables.path, "GIVEN": secret], workingDirectory: "/"))
      try terminal.expect("ready")
      var report = try watch.report()
      while report.found.isEmpty, report.looks < 1000 { report = try watch.report() }
      #expect(report.found == ["in the environment of cat"])
    }
  }
#endif

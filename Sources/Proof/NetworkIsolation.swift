import Subprocess

/// Runs a command where there is no network but the loopback interface.
enum NetworkIsolation {
  /// What is put in front of a command, the first of these that works here.
  ///
  /// - Throws: `ProofError.offlineUnavailable` where none does.
  static func prefix(environment: [String: String], spawner: Spawner) throws -> [String] {
    // A new network namespace has its loopback interface down; tests that talk to themselves need it up.
    let loopback = ["sh", "-c", "ip link set lo up 2>/dev/null; exec \"$@\"", "sh"]
    let candidates = [
      ["bwrap", "--dev-bind", "/", "/", "--unshare-net", "--"],
      ["unshare", "--net", "--"] + loopback,
      ["unshare", "--user", "--map-current-user", "--keep-caps", "--net", "--"] + loopback,
      ["unshare", "--user", "--map-root-user", "--net", "--"] + loopback,
    ]
    for candidate in candidates {
      let command = Command(
        candidate[0], Array(candidate.dropFirst()) + ["true"], environment: environment, workingDirectory: "/"
      )
      do {
        if try spawner.capture(command, timeLimit: .seconds(10)).outcome.ending.isSuccess { return candidate }
      } catch SubprocessError.programNotFound {
        continue
      }
    }
    throw ProofError.offlineUnavailable(tried: [
      "bwrap --unshare-net", "unshare --net", "unshare --user --net",
    ])
  }
}

/// Why a proof could not be carried out.
public enum ProofError: Error, Sendable, Equatable {
  /// Paths of `--carry` that the fix does not change.
  case nothingToCarry([String])

  /// The repro has removed the tree that it runs in.
  case treeRemoved(Side)

  /// No cache directory: the environment names no home.
  case noCacheDirectory

  /// The cache lies inside the working tree.
  case cacheInsideWorkTree(String)

  /// The shell does not exist.
  case shellMissing(String)

  /// The system offers no way to run without a network.
  case offlineUnavailable(tried: [String])

  /// The launcher has lost a job as often as that is tried: what became of it, and what the launcher printed.
  case jobLost(words: String, excerpt: [String])

  /// Another process is at the same proof.
  case alreadyUnderWay(directory: String)
}

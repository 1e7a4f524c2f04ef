/// One run of a command while a bug is looked for: what was different, and what came out.
public struct Experiment: Sendable, Codable, Equatable {
  /// The words of the command.
  public var command: [String]

  /// Where it ran, from the root of the working tree; empty for the root itself.
  public var directory: String?

  /// What was changed for it, in the words of whoever ran it.
  public var changed: String?

  /// The commit that the working tree stood on.
  public var commit: String?

  /// How the working tree differed from that commit; nil where it did not.
  public var diff: Diff?

  /// The environment variables that were asked for.
  public var variables: [Variable]?

  /// What was expected.
  public var expected: String?

  /// The exit status, where the command ended by itself.
  public var exitStatus: Int?

  /// The signal that ended it.
  public var signal: Int?

  /// Why it was ended before it ended by itself.
  public var cutoff: Cutoff?

  /// How long it took.
  public var seconds: Double?

  /// What it printed, on both streams.
  public var output: Output?

  /// The numbers of the hypotheses that it was said to rule in.
  public var rulesIn: [Int]?

  /// The numbers of the hypotheses that it was said to rule out.
  public var rulesOut: [Int]?

  /// An experiment of which only the command is known.
  public init(command: [String]) {
    self.command = command
  }

  /// Why a command was ended by us.
  public enum Cutoff: String, Sendable, Codable {
    /// It ran longer than it may.
    case timeLimit = "time-limit"

    /// The user interrupted.
    case interrupt
  }

  /// An environment variable.
  public struct Variable: Sendable, Codable, Equatable {
    /// Its name.
    public var name: String

    /// Its value; nil where it is not set.
    public var value: String?

    /// A variable from its parts.
    public init(name: String, value: String?) {
      self.name = name
      self.value = value
    }
  }

  /// How the working tree differed from its commit.
  public struct Diff: Sendable, Codable, Equatable {
    /// The SHA-256 of the diff.
    public var digest: String

    /// How many files differ.
    public var files: Int

    /// How many lines came.
    public var added: Int

    /// How many lines went.
    public var removed: Int

    /// Untracked files that are too large to be in the diff.
    public var leftOut: [String]?

    /// Where the diff is kept, from the directory of the case; nil where it is kept elsewhere.
    public var file: String?

    /// A diff from its parts.
    public init(digest: String, files: Int, added: Int, removed: Int, leftOut: [String]?, file: String?) {
      self.digest = digest
      self.files = files
      self.added = added
      self.removed = removed
      self.leftOut = leftOut
      self.file = file
    }
  }

  /// What the command printed.
  public struct Output: Sendable, Codable, Equatable {
    /// Its last lines.
    public var excerpt: [String]

    /// The SHA-256 of all of it.
    public var digest: String?

    /// Its length in bytes.
    public var bytes: Int?

    /// Where the log is kept, from the directory of the case; nil where it is kept elsewhere.
    public var file: String?

    /// Output from its parts.
    public init(excerpt: [String], digest: String?, bytes: Int?, file: String?) {
      self.excerpt = excerpt
      self.digest = digest
      self.bytes = bytes
      self.file = file
    }
  }
}

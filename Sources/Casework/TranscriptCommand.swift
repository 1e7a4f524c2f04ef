import Storage

/// A command that a coding agent ran, and what came of it, as the agent's transcript has it.
public struct TranscriptCommand: Sendable, Equatable {
  /// Its words; a line that only a shell understands is `sh -c LINE`.
  public var words: [String]

  /// When the agent called it: ISO 8601, UTC.
  public var at: String?

  /// The absolute path of the directory that it ran in.
  public var directory: String?

  /// What it printed, as the agent was told.
  public var output = ""

  /// Its exit status, where the transcript says it.
  public var exitStatus: Int?

  /// How long it took, where the transcript says it.
  public var seconds: Double?

  /// Whether somebody interrupted it.
  public var isInterrupted = false

  /// What is typed in a shell: for `bash -lc LINE`, the line.
  public var line: String {
    let shells = ["sh", "bash", "zsh", "dash"]
    if words.count == 3, shells.contains(Path.name(words[0])), ["-c", "-lc"].contains(words[1]) {
      return words[2]
    }
    return words.joined(separator: " ")
  }

  /// The command that was called with these words.
  init(words: [String], at: String?, directory: String?) {
    self.words = words
    // A ledger tells time to the second.
    self.at = at.map { time in
      guard let point = time.firstIndex(of: "."), time.hasSuffix("Z") else { return time }
      return time[..<point] + "Z"
    }
    self.directory = directory
  }

  /// The words of a line of the shell: as they are where it is words and blanks alone.
  static func words(of line: String) -> [String] {
    let words = line.split(separator: " ").map(String.init)
    let isPlain = line.utf8.allSatisfy { byte in
      isLetterOrDigit(byte) || " -_./:,@+%=".utf8.contains(byte)
    }
    // "SEED=4 ./run" sets a variable, and a blank line is no command.
    guard isPlain, let name = words.first, !name.contains("=") else { return ["sh", "-c", line] }
    return words
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

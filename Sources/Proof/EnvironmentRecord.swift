import Storage
import Subprocess

/// Where a proof was made: what a reader needs to judge whether it would come out the same elsewhere.
public struct EnvironmentRecord: Sendable, Codable, Equatable {
  /// A variable, and its value where it had one.
  public struct Variable: Sendable, Codable, Equatable {
    /// Its name.
    public var name: String

    /// Its value; nil where it is not set.
    public var value: String?
  }

  /// A command that was asked for, and what it printed.
  public struct Answer: Sendable, Codable, Equatable {
    /// The command.
    public var command: String

    /// The lines that it printed, at most twenty.
    public var output: [String]

    /// Its exit status, where it ended by itself.
    public var exitStatus: Int32?
  }

  /// The system as its release file names it: "Debian GNU/Linux 12 (bookworm)".
  public var system: String

  /// The kernel: name, release, machine.
  public var kernel: String

  /// The processor's model, as the system names it.
  public var processor: String

  /// Processors that are online.
  public var processorCount: Int

  /// The version of git.
  public var git: String

  /// The shell that ran the commands.
  public var shell: String

  /// Variables that the user chose.
  public var variables: [Variable]

  /// The machines that a launcher took runs to; absent where all ran on this one, which the other fields describe.
  public var nodes: [String]?

  /// Answers to the commands that the user asked to record.
  public var records: [Answer]

  /// Looks at the machine.
  static func current(
    git: String, shell: String, variables: [Variable], records: [Answer]
  ) -> EnvironmentRecord {
    let machine = Machine.current()
    return EnvironmentRecord(
      system: systemName() ?? machine.kernel,
      kernel: "\(machine.kernel) \(machine.release) \(machine.architecture)",
      processor: processorName() ?? machine.architecture, processorCount: machine.processorCount, git: git,
      shell: shell, variables: variables, records: records)
  }

  private static func systemName() -> String? {
    value(of: "PRETTY_NAME", in: "/etc/os-release", separator: "=")
  }

  private static func processorName() -> String? {
    value(of: "model name", in: "/proc/cpuinfo", separator: ":")
  }

  /// The value of the first line "KEY<separator>VALUE" of a file, without blanks and quotes around it.
  private static func value(of key: String, in path: String, separator: Character) -> String? {
    guard let bytes = try? FileTree.read(path) else { return nil }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix(key) {
      guard let start = line.firstIndex(of: separator) else { continue }
      return String(line[line.index(after: start)...].drop { " \t\"".contains($0) }.prefix { $0 != "\"" })
    }
    return nil
  }
}

import Delivery
import Storage

/// What the user's own settings allow coding agents to do in their name.
///
/// The settings are those in the home that the system knows the user by. Neither a repository nor a variable says where
/// they are: both can come from whoever wrote the agent's configuration.
public struct AgentPermission: Sendable {
  /// Why an agent may post nothing; nil where it may, once a person has signed.
  public let objection: String?

  /// Where the settings are, or would be; nil without a home.
  public let path: String?

  /// - Parameters:
  ///   - home: the user's home, from no variable.
  ///   - root: the repository that an agent works in: settings in it do not count.
  /// - Throws: `UserSettingsError`, `FileError`, where they cannot be read.
  public init(home: String?, outside root: String) throws {
    guard let home, home.hasPrefix("/") else {
      (path, objection) = (nil, "The system knows no home of yours, and so no settings.")
      return
    }
    let file = "\(home)/.config/postmortem/config.yaml"
    path = file
    guard let real = FileTree.realPath(file) else {
      objection = "Your own settings do not allow posting through an agent: there is no \(file)."
      return
    }
    guard Path.relative(real, to: FileTree.realPath(root) ?? root) == nil else {
      objection = "\(file) stands in the repository, where others can write it."
      return
    }
    guard FileTree.isWrittenByOwnerAlone(real) else {
      objection = "\(file) can be written by others than you."
      return
    }
    objection =
      try UserSettings(at: file).agentsMayPost
      ? nil : "Your own settings do not allow posting through an agent (\(file))."
  }
}

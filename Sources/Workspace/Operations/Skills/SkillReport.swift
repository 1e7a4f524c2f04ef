public import AgentSkills
import Declaration

/// What became of the files of skills, or would.
public struct SkillReport: Sendable, Encodable {
  /// The name and version of this document's format.
  public var schema = "postmortem/skills/1"

  /// Whether they are the user's own, and not the repository's.
  public var isUserLevel: Bool

  /// Whether nothing was changed.
  public var isDryRun: Bool

  /// The directories.
  public var places: [Place] = []

  /// A directory that holds skills.
  public struct Place: Sendable, Encodable {
    /// Its absolute path.
    public var path: String

    /// The agents for which it is meant.
    public var agents: [String]

    /// Its files, by their paths from there.
    public var files: [SkillInstaller.Step]
  }

  /// Whether files stayed that somebody has edited.
  public var keepsEdited: Bool { holds(.edited) }

  /// 6 where something stayed as it was, since somebody has edited it or made it a link; else 0.
  var exitStatus: ExitStatus { holds(.edited) || holds(.linked) ? .conflict : .succeeded }

  private func holds(_ action: SkillInstaller.Action) -> Bool {
    places.contains { $0.files.contains { $0.action == action } }
  }

  init(isUserLevel: Bool, isDryRun: Bool) {
    self.isUserLevel = isUserLevel
    self.isDryRun = isDryRun
  }
}

public import AgentSkills
public import Declaration
import Repository
import Storage

extension SkillHost: ExpressibleByArgument {}

/// Which directories skills are installed in, or taken out of.
public struct SkillChoice: ParsableArguments {
  /// The agents.
  @Option(
    help: ArgumentHelp(
      "For this agent; may be given several times.",
      discussion: """
        agents is .agents/skills, which Codex, Cursor, Gemini CLI, VS Code and others read; claude-code, codex, cursor and \
        gemini-cli are where those look. Without it: agents, and claude-code where there is a directory .claude.
        """, valueName: "agent"))
  public var agent: [SkillHost] = []

  /// Whether they are the user's own.
  @Flag(help: "For you, in all projects: below your home, not in this repository.")
  public var user = false

  /// Whether nothing is changed.
  @Flag(help: "Change nothing: say what would be done.")
  public var dryRun = false

  /// Whether edited files go, too.
  @Flag(help: "Also replace, or remove, files that somebody has edited.")
  public var overwrite = false

  /// The fields as declared.
  public init() {}

  /// Does something in each directory, and tells it.
  ///
  /// - Throws: errors of the rooms below; `Failure` puts them into words.
  func report(
    in workspace: Workspace, _ act: (SkillInstaller) throws(FileError) -> [SkillInstaller.Step]
  ) throws -> SkillReport {
    let level = try level(in: workspace)
    let places = SkillPlace.all(for: agent, at: level, environment: workspace.environment)
    var report = SkillReport(isUserLevel: user, isDryRun: dryRun)
    for place in places {
      if case .project(let root) = level {
        // A repository may hold a link that leads elsewhere; nobody asked to write there.
        try FileTree.checkPlace(place.path, within: root)
      }
      let installer = SkillInstaller(in: place.path, overwrites: overwrite, isDryRun: dryRun)
      report.places.append(
        SkillReport.Place(
          path: place.path, agents: place.hosts.map(\.rawValue), files: try act(installer)))
    }
    return report
  }

  private func level(in workspace: Workspace) throws -> SkillPlace.Level {
    guard user else { return .project(root: try workspace.root()) }
    guard let home = workspace.environment["HOME"], home.hasPrefix("/") else { throw NoHome() }
    return .user(home: home)
  }
}

/// The environment names no home of the user.
struct NoHome: Error {}

import Storage

/// A directory that skills are installed in: of a project, or of a user.
public struct SkillPlace: Sendable, Equatable {
  /// Its absolute path.
  public let path: String

  /// The agents for which it is meant.
  public let hosts: [SkillHost]

  /// Whom skills are installed for.
  public enum Level: Sendable, Equatable {
    /// Everyone who works in the repository with this root.
    case project(root: String)

    /// The user with this home.
    case user(home: String)
  }

  /// The places for some agents, each directory once.
  ///
  /// Where no agent is named: the directory that agents share; and, where Claude Code has been used here, its own,
  /// for it reads no other.
  ///
  /// - Parameter environment: may name other directories of a user.
  public static func all(
    for hosts: [SkillHost], at level: Level, environment: [String: String]
  ) -> [SkillPlace] {
    var named = hosts
    if hosts.isEmpty {
      named = [.agents]
      if FileTree.isDirectory(directory(of: .claudeCode, at: level, environment)) {
        named.append(.claudeCode)
      }
    }
    var places: [SkillPlace] = []
    for host in named {
      let path = "\(directory(of: host, at: level, environment))/skills"
      if let place = places.firstIndex(where: { $0.path == path }) {
        if places[place].hosts.contains(host) { continue }
        places[place] = SkillPlace(path: path, hosts: places[place].hosts + [host])
      } else {
        places.append(SkillPlace(path: path, hosts: [host]))
      }
    }
    return places
  }

  private static func directory(
    of host: SkillHost, at level: Level, _ environment: [String: String]
  ) -> String {
    switch level {
    case .project(let root): return Path.absolute(host.directory, from: root)
    case .user(let home):
      if let named = host.variable.flatMap({ environment[$0] }), named.hasPrefix("/") {
        return Path.absolute(named, from: home)
      }
      return Path.absolute(host.directory, from: home)
    }
  }
}

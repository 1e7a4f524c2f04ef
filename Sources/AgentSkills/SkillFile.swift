private import CAgentSkills

/// A file of a skill for coding agents, as it is in the program.
public struct SkillFile: Sendable, Equatable {
  /// The name of the skill, which is that of its directory.
  public let skill: String

  /// Its path in that directory.
  public let path: String

  /// What it holds.
  public let bytes: [UInt8]

  /// All files of all skills, in the order of their paths.
  public static let all: [SkillFile] = {
    var count = 0
    guard let first = unsafe cagentskills_files(&count) else { return [] }
    return unsafe UnsafeBufferPointer(start: first, count: count).map { file in
      let path = unsafe String(cString: file.path)
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      let skill = path.prefix { $0 != "/" }
      return SkillFile(skill: String(skill), path: String(path.dropFirst(skill.count + 1)), bytes: bytes)
    }
  }()

  init(skill: String, path: String, bytes: [UInt8]) {
    self.skill = skill
    self.path = path
    self.bytes = bytes
  }
}

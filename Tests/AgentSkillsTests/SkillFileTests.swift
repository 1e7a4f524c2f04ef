import Scratch
import Storage
import Testing

@testable import AgentSkills

/// The texts in the program are those of the repository.
@Suite struct SkillFileTests {
  private static let skills = Path.absolute("../../../skills", from: #filePath)

  private static func files(below directory: String) throws -> [String] {
    try FileTree.list(directory).flatMap { name in
      let path = "\(directory)/\(name)"
      return FileTree.isDirectory(path) ? try files(below: path) : [path]
    }
  }

  @Test func `the program holds every file of the skills, byte for byte`() throws {
    let paths = try Self.files(below: Self.skills)
    #expect(paths.count == SkillFile.all.count)
    for file in SkillFile.all {
      #expect(try FileTree.read("\(Self.skills)/\(file.skill)/\(file.path)") == file.bytes)
    }
  }

  @Test func `there are two skills, each with the file that agents look for`() {
    let heads = SkillFile.all.filter { $0.path == "SKILL.md" }
    #expect(heads.map(\.skill) == ["debug-ledger", "post-mortem"])
    #expect(Set(SkillFile.all.map(\.skill)).count == 2)
  }
}

import Scratch
import Storage
import Testing

@testable import AgentSkills

/// What is written, what stays, and what goes.
@Suite struct SkillInstallerTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var place: String { "\(directory.path)/skills" }

  private func installer(
    _ text: String = "two\n", overwrites: Bool = false, isDryRun: Bool = false, extra: [SkillFile] = []
  ) -> SkillInstaller {
    SkillInstaller(
      in: place, overwrites: overwrites, isDryRun: isDryRun,
      files: [
        SkillFile(skill: "a", path: "SKILL.md", bytes: Array(text.utf8)),
        SkillFile(skill: "a", path: "references/x.md", bytes: Array("x\n".utf8)),
      ] + extra)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try FileTree.read("\(place)/\(path)"), as: UTF8.self)
  }

  private func actions(_ steps: [SkillInstaller.Step]) -> [String] {
    steps.map { "\($0.path) \($0.action.rawValue)" }
  }

  @Test func `files are created, and the second time nothing is to do`() throws {
    #expect(actions(try installer().install()) == ["a/SKILL.md created", "a/references/x.md created"])
    let before = try directoryDigest(directory.path)
    #expect(actions(try installer().install()) == ["a/SKILL.md unchanged", "a/references/x.md unchanged"])
    #expect(try directoryDigest(directory.path) == before)
  }

  @Test func `a dry run says the same and touches nothing`() throws {
    #expect(actions(try installer(isDryRun: true).install()).first == "a/SKILL.md created")
    #expect(!FileTree.isDirectory(place))
    _ = try installer("one\n").install()
    let before = try directoryDigest(directory.path)
    #expect(actions(try installer(isDryRun: true).install()).first == "a/SKILL.md updated")
    #expect(actions(try installer("one\n", isDryRun: true).remove()).first == "a/SKILL.md removed")
    #expect(try directoryDigest(directory.path) == before)
  }

  @Test func `what an earlier version wrote is updated, and what it alone had is removed`() throws {
    let old = SkillFile(skill: "a", path: "references/old.md", bytes: Array("old\n".utf8))
    _ = try installer("one\n", extra: [old]).install()
    let steps = actions(try installer().install())
    #expect(steps == ["a/SKILL.md updated", "a/references/x.md unchanged", "a/references/old.md removed"])
    #expect(try text("a/SKILL.md") == "two\n")
    #expect(!FileTree.isFile("\(place)/a/references/old.md"))
  }

  @Test func `a file that somebody has edited stays, whatever the version, unless it is to be overwritten`()
    throws
  {
    _ = try installer("one\n").install()
    try FileTree.write(Array("mine\n".utf8), to: "\(place)/a/SKILL.md")
    for _ in 1...2 { #expect(actions(try installer().install()).first == "a/SKILL.md edited") }
    #expect(try text("a/SKILL.md") == "mine\n")
    #expect(actions(try installer(overwrites: true).install()).first == "a/SKILL.md replaced")
    #expect(try text("a/SKILL.md") == "two\n")
    #expect(actions(try installer("three\n").install()).first == "a/SKILL.md updated")
  }

  @Test func `a copy that was made by hand is taken for ours only where it is the same`() throws {
    try FileTree.makeDirectory("\(place)/a/references")
    try FileTree.write(Array("two\n".utf8), to: "\(place)/a/SKILL.md")
    try FileTree.write(Array("else\n".utf8), to: "\(place)/a/references/x.md")
    #expect(actions(try installer().install()) == ["a/SKILL.md unchanged", "a/references/x.md edited"])
    #expect(actions(try installer("three\n").install()).first == "a/SKILL.md updated")
  }

  @Test func `removing leaves what was edited and what is not ours`() throws {
    _ = try installer().install()
    try FileTree.write(Array("mine\n".utf8), to: "\(place)/a/SKILL.md")
    try FileTree.write([], to: "\(place)/a/notes.md")
    #expect(actions(try installer().remove()) == ["a/SKILL.md edited", "a/references/x.md removed"])
    #expect(try FileTree.list("\(place)/a") == [SkillReceipt.name, "SKILL.md", "notes.md"])
    #expect(actions(try installer(overwrites: true).remove()) == ["a/SKILL.md removed"])
    #expect(try FileTree.list("\(place)/a") == ["notes.md"])
  }

  @Test func `after removing nothing of ours is left, and the second time nothing is to do`() throws {
    _ = try installer().install()
    #expect(try installer().remove().count == 2)
    #expect(try FileTree.list(place) == [])
    #expect(try installer().remove() == [])
  }

  @Test func `a skill's directory that is a link is neither written nor emptied through`() throws {
    let elsewhere = "\(directory.path)/checkout"
    try FileTree.makeDirectory(elsewhere)
    try FileTree.write(Array("two\n".utf8), to: "\(elsewhere)/SKILL.md")
    try FileTree.makeDirectory(place)
    try makeLink("\(place)/a", to: elsewhere)
    #expect(actions(try installer().install()) == ["a linked"])
    #expect(actions(try installer(overwrites: true).remove()) == ["a linked"])
    #expect(try FileTree.list(elsewhere) == ["SKILL.md"])
  }

  @Test func `nor is a link below it, of a directory or of a file`() throws {
    let elsewhere = "\(directory.path)/elsewhere"
    try FileTree.makeDirectory(elsewhere)
    try FileTree.write(Array("mine\n".utf8), to: "\(elsewhere)/mine")
    try FileTree.makeDirectory("\(place)/a")
    try makeLink("\(place)/a/references", to: elsewhere)
    try makeLink("\(place)/a/SKILL.md", to: "\(elsewhere)/mine")
    let linked = ["a/SKILL.md linked", "a/references/x.md linked"]
    #expect(actions(try installer(overwrites: true).install()) == linked)
    try FileTree.write(
      Array(#"{"files":{"references/mine":"00"}}"#.utf8), to: "\(place)/a/\(SkillReceipt.name)")
    #expect(
      actions(try installer(overwrites: true).remove()) == linked.dropLast() + ["a/references/mine linked"]
        + linked.suffix(1))
    #expect(try FileTree.list(elsewhere) == ["mine"])
    #expect(try FileTree.read("\(elsewhere)/mine") == Array("mine\n".utf8))
  }

  @Test func `a receipt cannot have files removed that are elsewhere`() throws {
    _ = try installer().install()
    try FileTree.write(Array("x\n".utf8), to: "\(directory.path)/other.md")
    let digest = "73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac"
    try FileTree.write(
      Array(#"{"files":{"../../other.md":"\#(digest)"}}"#.utf8), to: "\(place)/a/\(SkillReceipt.name)")
    #expect(
      actions(try installer(overwrites: true).remove()) == [
        "a/SKILL.md removed", "a/references/x.md removed",
      ])
    #expect(FileTree.isFile("\(directory.path)/other.md"))
  }

  @Test func `each agent has its directory, at both levels, and each directory comes once`() throws {
    func paths(_ hosts: [SkillHost], _ level: SkillPlace.Level, _ environment: [String: String] = [:])
      -> [String]
    {
      SkillPlace.all(for: hosts, at: level, environment: environment).map(\.path)
    }
    let root = directory.path
    #expect(paths([], .project(root: root)) == ["\(root)/.agents/skills"])
    #expect(
      paths(SkillHost.allCases, .user(home: "/h"))
        == ["/h/.agents/skills", "/h/.claude/skills", "/h/.cursor/skills", "/h/.gemini/skills"])
    #expect(paths([.claudeCode], .user(home: "/h"), ["CLAUDE_CONFIG_DIR": "/c"]) == ["/c/skills"])
    #expect(
      paths([.claudeCode], .project(root: root), ["CLAUDE_CONFIG_DIR": "/c"]) == ["\(root)/.claude/skills"])
    try FileTree.makeDirectory("\(root)/.claude")
    #expect(paths([], .project(root: root)) == ["\(root)/.agents/skills", "\(root)/.claude/skills"])
  }
}

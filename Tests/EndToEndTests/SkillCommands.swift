import Storage

/// What the skills for agents say that somebody can type.
enum SkillCommands {
  /// The directory of the skills.
  static let directory = Path.absolute("../../../skills", from: #filePath)

  /// The files that hold commands.
  static let files =
    ["debug-ledger/SKILL.md", "post-mortem/SKILL.md"]
    + ["commands", "delivery", "inputs", "ledger", "review", "sections"].map {
      "post-mortem/references/\($0).md"
    }

  /// The text of a file.
  static func text(of file: String) throws -> String {
    String(decoding: try FileTree.read("\(directory)/\(file)"), as: UTF8.self)
  }

  /// All commands of a file, in its order: lines of blocks of code, and spans of code.
  static func commands(in file: String) throws -> [String] {
    var commands: [String] = []
    var isBlock = false
    var prose = ""
    for line in try text(of: file).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isBlock.toggle()
      } else if isBlock {
        commands.append(String(line))
      } else {
        prose += line + " "
      }
    }
    let spans = prose.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    commands += spans.filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    return commands.filter { $0.hasPrefix("postmortem ") }
  }

  /// The cells of the tables of a file, row by row, without the heads.
  static func tableRows(in file: String) throws -> [[String]] {
    let lines = try text(of: file).split(separator: "\n").filter { $0.hasPrefix("|") }
    return zip(lines, lines.dropFirst() + [""]).compactMap { line, next in
      if line.hasPrefix("|---") || next.hasPrefix("|---") { return nil }
      return line.split(separator: "|").map { String($0) }
    }
  }

  /// The spans of code in a text.
  static func spans(in text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
  }
}

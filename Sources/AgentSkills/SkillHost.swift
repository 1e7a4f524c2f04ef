/// A coding agent, and where it looks for skills.
///
/// Source: the agents' own documentation of skills, as of November 2026.
public enum SkillHost: String, CaseIterable, Sendable {
  /// The directory that agents share: Codex, Cursor, Gemini CLI, VS Code and others read it.
  case agents

  /// Claude Code, which reads its own alone.
  case claudeCode = "claude-code"

  /// Codex.
  case codex

  /// Cursor.
  case cursor

  /// Gemini CLI.
  case geminiCLI = "gemini-cli"

  /// Its own directory below the root of a project, and below the user's home.
  var directory: String {
    switch self {
    case .agents, .codex: ".agents"
    case .claudeCode: ".claude"
    case .cursor: ".cursor"
    case .geminiCLI: ".gemini"
    }
  }

  /// The variable by which a user moves that directory out of the home.
  var variable: String? {
    switch self {
    case .claudeCode: "CLAUDE_CONFIG_DIR"
    case .agents, .codex, .cursor, .geminiCLI: nil
    }
  }
}

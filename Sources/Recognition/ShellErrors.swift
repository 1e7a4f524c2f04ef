/// What a shell says when it cannot even start a program.
enum ShellErrors {
  /// The program that could not be found, or could not be executed.
  static func obstacle(in run: Run) -> Obstacle? {
    // `make` passes a shell's 127 on as `Error 127`, and leaves with 2 itself.
    let isMissing = run.ending == .exit(127) || run.transcript.has("] Error 127")
    for line in run.lines {
      if let name = unknownCommand(line, isMissing: isMissing, run.command) { return .commandNotFound(name) }
    }
    // `make` reports 127 for what it may not execute, too.
    guard isMissing || run.ending == .exit(126) || run.transcript.has("] Error 126") else { return nil }
    for line in run.lines {
      for mark in [": Permission denied", ": Is a directory", ": cannot execute", ": Exec format error"] {
        if let head = line.before(mark), !isMissing || head.starts("make") {
          return .notExecutable((head.afterLast(": ") ?? head).trimmed.withoutQuotes)
        }
      }
    }
    return nil
  }

  /// The obstacle of a run that left with a shell's code and said nothing at all.
  static func silent(_ run: Run) -> Obstacle? {
    switch run.ending {
    case .exit(127): .commandNotFound(run.command.program)
    case .exit(126): .notExecutable(run.command.program)
    default: nil
    }
  }

  /// The name in a line in which a shell says that there is no such program.
  private static func unknownCommand(_ line: Line, isMissing: Bool, _ command: Command) -> String? {
    if line.ends(": command not found"), let head = line.beforeLast(": command not found") {
      let name = head.afterLast(": ")
      let isShell =
        head.has(": line ") || head.starts(anyOf: ["bash: ", "-bash: ", "zsh: ", "sh: ", "sudo: "])
      return isShell || isMissing ? (name ?? head).trimmed.withoutQuotes : nil
    }
    for mark in ["zsh: command not found: ", "bundler: command not found: "] {
      if let name = line.dropping(mark) { return name.text }
    }
    if line.ends(": not found"), let head = line.beforeLast(": not found"), let name = head.afterLast(": ") {
      // dash: `sh: 1: frob: not found`. A program under test may say `config: 3: key: not found`.
      guard let place = head.beforeLast(": "), let speaker = place.beforeLast(": "),
        let number = place.afterLast(": "), number.number != nil, number.bytes.allSatisfy(\.isDigit)
      else { return nil }
      return isMissing || isShell(speaker, command) ? name.trimmed.text : nil
    }
    return isMissing ? unstartable(line) : nil
  }

  /// Whether this is a shell, or a script that the command names.
  private static func isShell(_ speaker: Line, _ command: Command) -> Bool {
    let name = speaker.afterLast("/") ?? speaker
    return ["sh", "dash", "ash"].contains { name.equals($0) } || name.ends(".sh")
      || command.words.contains(speaker)
  }

  /// Other words for the same, believed only when the exit code says so too.
  private static func unstartable(_ line: Line) -> String? {
    for mark in [": cannot execute: required file not found", ": bad interpreter: "] {
      if let head = line.before(mark) { return (head.afterLast(": ") ?? head).withoutQuotes }
    }
    guard let head = line.before(": No such file or directory") else { return nil }
    if line.starts(anyOf: ["env: ", "/usr/bin/env: ", "timeout: ", "nohup: ", "xargs: ", "nice: ", "time: "])
    {
      return (head.afterLast(" ") ?? head).withoutQuotes
    }
    if head.has(": line ")
      || head.starts(anyOf: ["bash: ", "sh: ", "make: ", "make[", "/bin/sh: ", "gmake: "])
    {
      return (head.afterLast(": ") ?? head).withoutQuotes
    }
    return nil
  }

  /// A shell's complaint about a script's syntax.
  static func syntaxError(_ line: Line) -> Bool {
    if line.has(": syntax error near unexpected token ") || line.has(": syntax error: unexpected end of file")
    {
      return true
    }
    guard let head = line.before(": Syntax error: ") else { return false }
    return (head.afterLast(": ") ?? head).number != nil
  }
}

extension Line {
  /// The text without quotation marks around it.
  fileprivate var withoutQuotes: String { firstQuotation ?? text }
}

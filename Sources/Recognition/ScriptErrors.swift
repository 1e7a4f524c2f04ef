/// What interpreters say when a script ends before it can test anything.
enum ScriptErrors {
  /// The obstacle that an interpreter's last words are.
  static func obstacle(in run: Run) -> Obstacle? {
    python(run) ?? node(run) ?? other(run)
  }

  // MARK: Python

  private static func python(_ run: Run) -> Obstacle? {
    for line in run.lines {
      if line.has("can't open file '"), line.has(": [Errno ") { return .setupFailure(line: line.quoted) }
      if line.has("python"), let name = line.after(": No module named ")?.trimmed,
        line.before(": No module named ")?.has(" ") == false
      {
        return .missingModule(name.firstQuotation ?? name.text)
      }
    }
    guard let frame = run.lines.lastIndex(where: { $0.starts("  File \"") }),
      let exception = run.lines[frame...].first(where: { !$0.isEmpty && !$0.bytes.starts(with: [0x20]) })
    else { return nil }
    switch Exceptions.python(exception) {
    case .missingSymbol(let name):
      // An AttributeError while the script ran may be the symptom; a name that cannot be imported is not.
      return exception.starts("ImportError") ? .missingSymbol(name) : nil
    case .syntaxError(let line):
      // A program that parses text reports `<string>`; only a file that could not be read is an obstacle.
      return run.lines[frame].starts("  File \"<") ? nil : .syntaxError(line: line)
    case let obstacle: return obstacle
    }
  }

  // MARK: Node

  private static func node(_ run: Run) -> Obstacle? {
    let lines = run.lines
    let isUncaught = lines.contains { $0.has("MODULE_NOT_FOUND") || $0.starts("Require stack:") }
    for (index, line) in lines.enumerated() {
      if isUncaught, line.starts("Error"), let name = Exceptions.nodeModule(line) {
        return .missingModule(name)
      }
      guard line.starts("SyntaxError: ") else { continue }
      // Node's own loader stands right below when a file, and not a text, could not be parsed.
      let next = lines[(index + 1)...].prefix(10).first { $0.trimmed.starts("at ") }
      guard next?.has(anyOf: loaders) ?? false else { continue }
      return MissingNames.symbol(in: line).map(Obstacle.missingSymbol) ?? .syntaxError(line: line.quoted)
    }
    return nil
  }

  private static let loaders = [
    "wrapSafe", "compileFunction", "compileSourceTextModule", "ModuleWrap", "ModuleJob", "ModuleLoader",
    "Module._compile",
    "compileForInternalLoader",
  ]

  // MARK: Ruby, Perl, Java, shells

  private static func other(_ run: Run) -> Obstacle? {
    for line in run.lines {
      if line.starts("ruby: No such file or directory -- ") || line.starts("Can't open perl script ") {
        return .setupFailure(line: line.quoted)
      }
      if line.ends("(LoadError)"), let name = Exceptions.rubyLibrary(line) { return .missingModule(name) }
      if let name = Exceptions.perlPackage(line) { return .missingModule(name) }
      if let name = line.dropping("Error: Could not find or load main class ") {
        return .missingModule(name.taking { !$0.isBlank }.text)
      }
      if isSyntaxError(line) || ShellErrors.syntaxError(line) { return .syntaxError(line: line.quoted) }
    }
    return nil
  }

  private static func isSyntaxError(_ line: Line) -> Bool {
    if line.has(".rb:"), line.has("syntax error, unexpected ") || line.ends("(SyntaxError)") { return true }
    if line.starts("syntax error at "), line.has(" line "), line.has(", near ") { return true }
    return line.starts(anyOf: ["PHP Parse error: ", "Parse error: syntax error"])
  }
}

/// What runners say when they are called wrongly; other programs' usage may be the very thing that is tested.
enum UsageErrors {
  /// The complaint of the runner that the command names.
  static func obstacle(in run: Run) -> Obstacle? {
    for line in run.lines {
      for (words, marks) in complaints where line.has(anyOf: marks) && isCalled(words, run) {
        return .usageError(line: line.quoted)
      }
    }
    return nil
  }

  private static func isCalled(_ words: [String], _ run: Run) -> Bool {
    words.count == 1 ? run.command.runs(words[0]) : run.command.runs(words[0], words[1])
  }

  private static let complaints: [(command: [String], marks: [String])] = [
    (["pytest"], ["pytest: error: "]),
    (["unittest"], ["unittest: error: "]),
    (["go", "test"], ["flag provided but not defined: ", "invalid value \"", ": directory not found"]),
    (
      ["cargo", "test"],
      ["error: unexpected argument ", "error: no test target named ", "error: invalid value "]
    ),
    (
      ["cargo"],
      ["error: no such command: ", "error: no such subcommand: ", "error: package ID specification "]
    ),
    (
      ["swift", "test"],
      ["error: Unknown option ", "error: Unexpected argument ", "error: Missing value for "]
    ),
    (["swift", "build"], ["error: Unknown option ", "error: Unexpected argument "]),
    (["node"], ["node: bad option: "]),
    (["node", "--test"], ["Could not find '"]),
    (["jest"], ["Unrecognized CLI Parameter"]),
    (["mocha"], ["Error: No test files found", "Error: Unknown argument"]),
    (["ctest"], ["CMake Error: Unknown argument", "Failed to change working directory to "]),
    (["make"], ["make: invalid option -- ", "make: unrecognized option "]),
    (["npm"], ["Missing script: ", "missing script: "]),
    (["yarn"], ["error Command \""]),
    (["rspec"], ["invalid option: "]),
    (["mvn"], ["Unknown lifecycle phase ", "there is no POM in this directory"]),
  ]
}

/// Why a run is not a test of the symptom at all: it went wrong before, or beside, the thing to be tested.
public enum Obstacle: Sendable, Equatable {
  /// A shell, `env` or `make` could not find this program.
  case commandNotFound(String)
  /// This file is there but cannot be executed.
  case notExecutable(String)
  /// The code under test, or its test, did not compile or link.
  case buildError(tool: String, line: String)
  /// An interpreter could not parse a file.
  case syntaxError(line: String)
  /// A module, package or library that everything red depends on is not there.
  case missingModule(String)
  /// A name asked for before any test ran does not exist.
  case missingSymbol(String)
  /// A runner could not find or load the tests it was asked for.
  case collectionError(line: String)
  /// The ground a test stands on (fixture, hook, server, script file) could not be prepared.
  case setupFailure(line: String)
  /// The runner ran, and ran nothing.
  case noTestsRan(runner: String)
  /// Every test that was selected was skipped.
  case allSkipped(runner: String, count: Int)
  /// The runner was called with arguments it does not know.
  case usageError(line: String)
}

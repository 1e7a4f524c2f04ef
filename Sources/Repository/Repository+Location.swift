import Subprocess

extension Repository {
  /// Where a repository is, as git says.
  struct Location {
    var objectFormat: String
    var gitDirectory: String
    var commonDirectory: String
    var workTree: String?
  }

  /// Asks git for all of it at once: processes are what looking at a case takes most of its time for.
  ///
  /// - Throws: `RepositoryError` where there is no repository around `directory`.
  static func locate(
    _ directory: String, git: GitProgram, adding variables: [String: String]
  ) throws -> Location {
    // Paths may hold newlines. rev-parse prints an option that it does not know: that tells one answer from the next.
    let mark = "--postmortem-next"
    let questions = [
      "rev-parse", "--show-object-format", mark, "--is-inside-work-tree", mark, "--absolute-git-dir", mark,
      "--git-common-dir", mark,
    ]
    var capture = try git.run(questions + ["--show-toplevel"], in: directory, adding: variables)
    if !capture.outcome.ending.isSuccess {
      // In a bare repository the last question fails, and the others do not.
      capture = try git.run(questions, in: directory, adding: variables)
    }
    guard capture.outcome.ending.isSuccess else {
      let message = String(decoding: capture.error, as: UTF8.self)
      if message.contains("dubious ownership") { throw RepositoryError.notTrusted(directory) }
      if message.contains("not a git repository") || message.contains("not a working tree") {
        throw RepositoryError.notARepository(directory)
      }
      throw GitProgram.error(["rev-parse"], capture)
    }
    let answers = answers(in: capture.output, mark: Array("\(mark)\n".utf8))
    guard answers.count == 5 else { throw GitProgram.error(["rev-parse"], capture) }
    return Location(
      objectFormat: answers[0], gitDirectory: answers[2], commonDirectory: answers[3],
      workTree: answers[1] == "true" && !answers[4].isEmpty ? answers[4] : nil)
  }

  /// What stands between the marks, each without the newline at its end.
  private static func answers(in output: [UInt8], mark: [UInt8]) -> [String] {
    var answers: [[UInt8]] = [[]]
    var line: [UInt8] = []
    for byte in output {
      line.append(byte)
      guard byte == UInt8(ascii: "\n") else { continue }
      if line == mark { answers.append([]) } else { answers[answers.count - 1] += line }
      line = []
    }
    return answers.map { String(decoding: $0.dropLast(), as: UTF8.self) }
  }
}

import Grounding
import Repository
import Subprocess

/// What stood in the files of a repository at any time up to HEAD: what is called unsupported and never stood there was
/// called so rightly, be it misspelt in the message, made up for an example, or a name of another project.
struct HistoryNames {
  let repository: Repository
  let clone: String
  let environment: [String: String]

  /// Those of some claims that no version of any file has ever had, by their texts.
  ///
  /// A name has stood somewhere where a commit that is no merge adds or removes a line with it, as a whole word, or where a
  /// path has it as a word; a path where a file or directory was called so, from the root or at the end, or where some
  /// line had it (`git log -S`). A commit that is called unsupported is nowhere: no object has its name.
  func neverHeld(_ claims: [Claim]) throws -> Set<String> {
    let paths = try pathsEver()
    let pathWords = Set(paths.flatMap { Self.words(in: $0) })
    var never = Set(claims.filter { $0.kind == .commit }.map(\.text))
    for claim in claims where claim.kind == .path || claim.kind == .line {
      let path = String(claim.text.split(separator: ":").first ?? "")
      let stood = paths.contains { "/\($0)".hasSuffix("/\(path)") || "/\($0)".contains("/\(path)/") }
      if try !stood && !hasStoodInLine(path) { never.insert(claim.text) }
    }
    let asked = claims.filter { $0.kind == .identifier }.map(\.text).filter { !pathWords.contains($0) }
    guard !asked.isEmpty else { return never }
    let head = try repository.commit("HEAD")
    let found = try repository.words(
      Set(asked), inChangesOf: [TreePath(".")], upTo: head, limit: Int(Int32.max))
    return never.union(Set(asked).subtracting(found))
  }

  private func hasStoodInLine(_ text: String) throws -> Bool {
    try !log(["-1", "--format=%H", "-S\(text)"]).isEmpty
  }

  private func pathsEver() throws -> Set<String> {
    let names = try log(["--format=", "--name-only", "--no-renames", "-z"])
    return Set(
      names.split(whereSeparator: { $0 == 0 || $0 == 0x0A }).map { String(decoding: $0, as: UTF8.self) })
  }

  private func log(_ options: [String]) throws -> [UInt8] {
    let command = Command(
      "git", ["log", "--no-show-signature", "--no-notes"] + options + ["HEAD"], environment: environment,
      workingDirectory: clone)
    let capture = try Spawner().capture(command, limit: 1_000_000_000)
    guard capture.outcome.ending.isSuccess else {
      throw RepositoryError.objectMissing(detail: "“git log \(options.joined(separator: " "))” fails")
    }
    return capture.output
  }

  private static func words(in path: String) -> [String] {
    path.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }
}

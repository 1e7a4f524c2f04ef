import Chance
import Repository
import Subprocess

/// Fixes of a repository, by what their messages say.
struct FixMessages {
  struct Message {
    var commit: String
    var body: [UInt8]
  }

  let clone: String
  let bench: [String: String]

  /// Up to `count` fixes that say more than a subject, drawn by chance, the same in every run.
  ///
  /// No merges, since what they fix was fixed before; no first commit, since nothing was there to be fixed.
  func drawn(_ count: Int, seed: UInt64) throws -> [Message] {
    let capture = try Spawner().capture(
      Command(
        "git",
        [
          "log", "--no-merges", "--min-parents=1", "--no-show-signature", "--no-notes", "--encoding=UTF-8", "-i",
          "-E", "--grep=(^|[^a-z])(fix(e[sd])?|fixing|bugs?)([^a-z]|$)", "--format=%H%x00%b%x00", "HEAD",
        ], environment: bench, workingDirectory: clone))
    guard capture.outcome.ending.isSuccess else {
      throw RepositoryError.notARepository(clone)
    }
    let fields = capture.output.split(separator: 0, omittingEmptySubsequences: false)
    var messages: [Message] = []
    for place in stride(from: 0, to: fields.count - 1, by: 2) {
      let body = Self.withoutTrailers(fields[place + 1])
      guard body.contains(where: { $0 > 0x20 }) else { continue }
      messages.append(
        Message(commit: String(decoding: fields[place].filter { $0 > 0x20 }, as: UTF8.self), body: body))
    }
    var random = SplitMix(seed: seed)
    return Array(messages.shuffled(using: &random).prefix(count))
  }

  /// What a fix counts, and what says so.
  struct Counts {
    var sentence: String
    var evidence: [UInt8]
  }

  /// How much a fix changes, in words, and as git prints it.
  func counts(of message: Message) throws -> Counts {
    let capture = try Spawner().capture(
      Command(
        "git", ["diff", "--stat=120", "--no-renames", "--no-ext-diff", "\(message.commit)^", message.commit],
        environment: bench, workingDirectory: clone))
    guard capture.outcome.ending.isSuccess else {
      throw RepositoryError.objectMissing(detail: "the difference that \(message.commit) makes")
    }
    // The last line: " 3 files changed, 48 insertions(+), 13 deletions(-)".
    let last = capture.output.split(separator: 0x0A).last ?? []
    let words = String(decoding: last.filter { !"(+-)".utf8.contains($0) }, as: UTF8.self)
    return Counts(sentence: "Of the fix git says:\(words).", evidence: capture.output)
  }

  /// Without lines such as `Signed-off-by: …`: they name people, and state no cause.
  private static func withoutTrailers(_ body: ArraySlice<UInt8>) -> [UInt8] {
    let lines = body.split(separator: 0x0A, omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return true }
      let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      return !(key.hasSuffix("-by") || key == "cc" || key == "change-id")
    }
    return Array(kept.joined(separator: [0x0A]))
  }
}

import Casework
import Grounding
import Repository

/// What there is to be named in a record, for whoever writes it.
public struct RecordOffer: Sendable {
  /// What a name stands for.
  public enum Kind: Sendable {
    /// A name of the code.
    case identifier

    /// A file that the fix changes.
    case path

    /// A commit.
    case commit

    /// A fact of the case.
    case fact
  }

  /// Something to name.
  public struct Entry: Sendable {
    /// What it is.
    public var kind: Kind

    /// As it is to be written.
    public var text: String

    /// Where it is from, in a few words.
    public var source: String
  }

  /// All of it, what is likelier first.
  public let entries: [Entry]

  /// A fact that is longer is prose, which nobody names.
  private static let longestFact = 120

  init(_ names: FixNames, _ facts: Case?) {
    var entries: [Entry] = []
    for name in names.identifiers {
      entries.append(Entry(kind: .identifier, text: name, source: "named in the change of the fix"))
    }
    for path in names.paths {
      entries.append(Entry(kind: .path, text: path, source: "changed by the fix"))
    }
    for commit in names.commits {
      entries.append(
        Entry(kind: .commit, text: String(commit.id.digits.prefix(10)), source: commit.subject))
    }
    if let facts { entries += Self.entries(of: facts) }
    self.entries = entries
  }

  private static func entries(of facts: Case) -> [Entry] {
    var named: [(String, String)] = [
      (facts.key, "the case"), (facts.ticket, "its ticket"), (facts.owner, "its owner"),
      (facts.fix.pullRequest, "the pull request of the fix"), (facts.fix.branch, "the branch of the fix"),
      (facts.repro.command, "the repro"),
    ]
    named += facts.tools.map { ($0, "a tool that showed the cause") }
    named += facts.actions.map { ($0.tracked, "tracks an action item") }
    named += facts.actions.map { ($0.owner, "owns an action item") }
    var seen: Set<String> = [""]
    return named.compactMap { text, source in
      guard text.utf8.count <= longestFact, !text.utf8.contains(0x0A), seen.insert(text).inserted else {
        return nil
      }
      return Entry(kind: .fact, text: text, source: source)
    }
  }
}

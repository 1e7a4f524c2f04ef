/// What a commit's message says besides its words, by the conventions of the hosts and tools that write them.
public struct CommitMessage: Sendable, Equatable {
  /// The first line.
  public let subject: String

  /// All lines, without their endings.
  public let lines: [String]

  /// A message from its text.
  public init(_ text: String) {
    // By bytes: "\r\n" is one character, in which a search for "\n" finds nothing.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line))
    }
    subject = lines.first ?? ""
  }

  /// What it says of the merge that it is of; nil where it is of none.
  public var merge: MergeSubject? { MergeSubject(subject, followedBy: lines.dropFirst()) }

  /// The title of the change: of a merge, that of the request, which stands in the subject or below it.
  var title: String {
    guard let merge else { return subject }
    return merge.title ?? lines.dropFirst().first { !$0.isEmpty } ?? ""
  }
}

extension Repository {
  /// The whole message of a commit.
  public func message(of commit: Commit) throws -> CommitMessage {
    CommitMessage(
      try line([
        "log", "-1", "--no-show-signature", "--no-notes", "--encoding=UTF-8", "--format=%B", commit.id.digits,
      ]))
  }

  /// Branches whose tip holds a commit, local ones first; none for a commit that is on no branch.
  public func branches(holding commit: Commit) throws -> [String] {
    let text = try line([
      "for-each-ref", "--contains=\(commit.id)", "--format=%(refname)", "refs/heads", "refs/remotes",
    ])
    return text.split(separator: "\n").map(String.init)
  }

  /// The names of all branches, local ones and those of remotes, without the remote.
  public func branchNames() throws -> Set<String> {
    let text = try line(["for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes"])
    return Set(text.split(separator: "\n").map { Self.branchName(String($0)) }).subtracting(["HEAD"])
  }

  /// The branch that work is delivered from: what the remote calls its head, else a branch of a usual name, else the
  /// one that is checked out; nil on a detached head without any of them.
  public func mainBranch() throws -> String? { try main()?.name }

  /// The commit at which the branch ends that work is delivered from; nil where there is no such branch.
  public func mainTip() throws -> ObjectID? {
    guard let main = try main() else { return nil }
    return main.tip ?? (try? commit(main.name).id)
  }

  /// The branch that work is delivered from, and its end, as far as git told it by the way.
  private func main() throws -> (name: String, tip: ObjectID?)? {
    let usual = ["main", "master", "trunk", "develop"].flatMap {
      ["refs/remotes/origin/\($0)", "refs/heads/\($0)"]
    }
    let remoteHead = "refs/remotes/origin/HEAD"
    // A remote's head that leads nowhere is not listed: git never brings it up to date by itself.
    let there = try line(["for-each-ref", "--format=%(refname) %(objectname) %(symref)", remoteHead] + usual)
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    if let head = there.first(where: { $0.first == remoteHead }), head.count == 3 {
      return (head[2], ObjectID(head[1]))
    }
    for name in usual {
      if let line = there.first(where: { $0.first == name }), line.count > 1 {
        return (name, ObjectID(line[1]))
      }
    }
    return try outputIfAny(["symbolic-ref", "--quiet", "HEAD"]).flatMap {
      String(decoding: $0, as: UTF8.self).split(separator: "\n").first.map { (String($0), nil) }
    }
  }
}

/// What the first line of a merge says, by the habits of git and of the hosts that write it: the request that was
/// merged, and the branch it was made on.
public struct MergeSubject: Sendable, Equatable {
  /// The pull or merge request, as its host writes it: "#12", at Azure DevOps "12".
  public let request: String?

  /// The branch that was merged, without the name of a remote or of a fork before it.
  public let branch: String?

  /// The title of the request, where it stands in the first line.
  public let title: String?

  /// Reads a first line.
  ///
  /// - Parameter body: the lines after it: Bitbucket Server names the branch there.
  /// - Returns: nil where it is none of a merge.
  public init?(_ subject: String, followedBy body: some Sequence<String> = []) {
    for form in Self.forms {
      var line = LineReader(subject)
      guard let merge = form(&line) else { continue }
      request = merge.request
      title = merge.title
      branch = merge.branch ?? (merge.isBranchBelow ? Self.branch(in: body) : nil)
      return
    }
    return nil
  }

  /// What a form of first lines holds.
  private struct Reading {
    var request: String?
    var branch: String?
    var title: String?

    /// Whether the lines below may name the branch.
    var isBranchBelow = false
  }

  private typealias Form = @Sendable (inout LineReader) -> Reading?

  private static let forms: [Form] = [
    numbered, titled, mergedIn, pullRequest, mergedPR, homu, bitcoin, branch,
  ]

  /// GitHub's "Merge pull request #12 from owner/branch", "#12 in PROJ/repo from branch to main" of older Bitbucket
  /// Servers, and "12 from branch into main" of older Azure DevOps.
  private static func numbered(_ line: inout LineReader) -> Reading? {
    guard line.skip("Merge pull request ") else { return nil }
    let sign = line.skip("#") ? "#" : ""
    guard let number = line.takeNumber(), line.isAtEnd || line.skip(" ") else { return nil }
    var reading = Reading(request: sign + number)
    let isBitbucket = line.skip("in ") && line.take(upTo: " from ") != nil
    guard isBitbucket || line.skip("from "), let source = line.takeWord() else { return reading }
    // Only GitHub writes no target, and the owner before the branch.
    reading.branch = line.isAtEnd && !isBitbucket ? withoutOwner(source) : withoutFork(source)
    return reading
  }

  /// Gitea's and Forgejo's "Merge pull request 'Title' (#12) from owner/repo:branch into main"; with a tracker
  /// elsewhere, the number is "!12".
  private static func titled(_ line: inout LineReader) -> Reading? {
    guard line.skip("Merge pull request '"), let title = line.take(upToLast: "' (") else {
      return nil
    }
    guard let sign = line.skip("#") ? "#" : line.skip("!") ? "!" : nil, let number = line.takeNumber(),
      line.skip(") from "), let source = line.takeWord()
    else { return nil }
    return Reading(request: sign + number, branch: withoutFork(source), title: title)
  }

  /// "Merged in branch (pull request #12)" of Bitbucket.
  private static func mergedIn(_ line: inout LineReader) -> Reading? {
    guard line.skip("Merged in "), let source = line.takeWord(), line.skip(" (pull request #"),
      let number = line.takeNumber(), line.skip(")")
    else { return nil }
    return Reading(request: "#\(number)", branch: withoutFork(source))
  }

  /// "Pull request #12: Title" of Bitbucket Server, with "Merge in PROJ/repo from branch to main" below.
  private static func pullRequest(_ line: inout LineReader) -> Reading? {
    guard line.skip("Pull request #"), let number = line.takeNumber(), line.isAtEnd || line.skip(": ") else {
      return nil
    }
    return Reading(request: "#\(number)", title: line.remainder, isBranchBelow: true)
  }

  /// "Merged PR 12: Title" of Azure DevOps, where "#12" would be a work item.
  private static func mergedPR(_ line: inout LineReader) -> Reading? {
    guard line.skip("Merged PR ") || line.skip("Merge PR "), let number = line.takeNumber(),
      line.isAtEnd || line.skip(": ")
    else { return nil }
    return Reading(request: number, title: line.remainder)
  }

  /// "Auto merge of #12 - owner:branch, r=reviewer" of homu and bors, as of a rollup.
  private static func homu(_ line: inout LineReader) -> Reading? {
    guard line.skip("Auto merge of #") || line.skip("Rollup merge of #"), let number = line.takeNumber()
    else { return nil }
    guard line.skip(" - ") else { return Reading(request: "#\(number)") }
    return Reading(request: "#\(number)", branch: line.take(upTo: ",").map { withoutFork($0) })
  }

  /// "Merge #12: Title", "Merge owner/repo#12: Title", and "Merge #12" of bors-ng; of several it is none.
  private static func bitcoin(_ line: inout LineReader) -> Reading? {
    guard line.skip("Merge "), let source = line.take(upTo: "#"), !source.contains(" "),
      source.isEmpty || source.contains("/"), let number = line.takeNumber(), line.isAtEnd || line.skip(": ")
    else { return nil }
    return Reading(request: "\(source)#\(number)", title: line.isAtEnd ? nil : line.remainder)
  }

  /// git's own "Merge branch 'x'", "Merge branch 'x' of URL into y", "Merge remote-tracking branch 'origin/x'".
  private static func branch(_ line: inout LineReader) -> Reading? {
    let isRemote = line.skip("Merge remote-tracking branch '")
    guard isRemote || line.skip("Merge branch '"), let name = line.take(upTo: "'"), !name.isEmpty,
      line.isAtEnd || line.skip(" ")
    else { return nil }
    return Reading(branch: isRemote ? withoutOwner(name) : name)
  }

  /// The branch in "Merge in PROJ/repo from branch to main", in the first line that is not empty.
  private static func branch(in body: some Sequence<String>) -> String? {
    guard let first = body.first(where: { !$0.isEmpty }) else { return nil }
    var line = LineReader(first)
    guard line.skip("Merge in "), line.take(upTo: " from ") != nil, let source = line.takeWord(),
      line.skip(" to ")
    else { return nil }
    return withoutFork(source)
  }

  /// What stands behind the first slash of "owner/branch".
  private static func withoutOwner(_ name: String) -> String? {
    var line = LineReader(name)
    guard line.take(upTo: "/") != nil, !line.isAtEnd else { return nil }
    return line.remainder
  }

  /// What stands behind the colon of "owner/repo:branch"; a branch has none in its name.
  private static func withoutFork(_ name: String) -> String {
    var line = LineReader(name)
    return line.take(upTo: ":") == nil ? name : line.remainder
  }
}

import Repository
import Scratch
import Testing

/// A message, and what it says of the request that the commit came by.
struct RequestMessage: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String
  var request: String?

  init(_ testDescription: String, _ text: String, _ request: String?) {
    self.testDescription = testDescription
    self.text = text
    self.request = request
  }

  static let all: [RequestMessage] = [
    RequestMessage(
      "a merge of GitHub", "Merge pull request #12 from ada/fix-stream\n\nMend the stream", "#12"),
    RequestMessage("a squash of GitHub", "Mend the stream (#1234)\n\n* wip\n* more (#7)", "#1234"),
    RequestMessage("a revert of a squash", "Revert \"Mend the stream (#12)\" (#15)", "#15"),
    RequestMessage(
      "a merge of GitLab",
      "Merge branch 'fix-stream' into 'main'\n\nMend the stream\n\nCloses #9\n\nSee merge request group/sub/rill!345",
      "group/sub/rill!345"),
    RequestMessage(
      "a trailer of Node",
      "stream: mend it\n\nPR-URL: https://github.com/nodejs/node/pull/99\nReviewed-By: Ada",
      "https://github.com/nodejs/node/pull/99"),
    RequestMessage("a trailer of a name", "Mend\n\nPull-Request: #77", "#77"),
    RequestMessage("a trailer without a blank", "Mend\n\nPull-Request:#77", "#77"),
    RequestMessage(
      "a trailer of Gerrit", "Mend\n\nReviewed-on: https://review.example.org/c/rill/+/88",
      "https://review.example.org/c/rill/+/88"),
    RequestMessage(
      "an older trailer of Gerrit", "Mend\n\nReviewed-on: https://review.example.org/88",
      "https://review.example.org/88"),
    RequestMessage(
      "a trailer of Gerrit's first interface", "Mend\n\nReviewed-on: https://review.example.org/#/c/88/",
      "https://review.example.org/#/c/88/"),
    RequestMessage(
      "a trailer of Gitea", "Mend\n\nReviewed-on: https://codeberg.org/ada/rill/pulls/9",
      "https://codeberg.org/ada/rill/pulls/9"),
    RequestMessage(
      "a change of Gerrit alone", "Mend\n\nChange-Id: I0123456789abcdef0123456789abcdef01234567",
      "I0123456789abcdef0123456789abcdef01234567"),
    RequestMessage(
      "a change of Gerrit, with its link",
      "Mend\n\nReviewed-on: https://review.example.org/c/rill/+/88\nChange-Id: I0123456789abcdef0123456789abcdef01234567",
      "https://review.example.org/c/rill/+/88"),
    RequestMessage(
      "a link of GitHub", "Mend\n\nLink: https://github.com/ada/rill/pull/12#issue",
      "https://github.com/ada/rill/pull/12#issue"),
    RequestMessage(
      "a link of GitLab", "Mend\n\nMR: https://gitlab.com/ada/rill/-/merge_requests/12",
      "https://gitlab.com/ada/rill/-/merge_requests/12"),
    RequestMessage(
      "a link of Bitbucket", "Mend\n\nPull-Request: https://bitbucket.org/ada/rill/pull-requests/12/mend",
      "https://bitbucket.org/ada/rill/pull-requests/12/mend"),
    RequestMessage(
      "a link of Azure DevOps", "Mend\n\nPull Request: https://dev.azure.com/o/p/_git/r/pullrequest/12",
      "https://dev.azure.com/o/p/_git/r/pullrequest/12"),
    RequestMessage(
      "a link of Phabricator", "Mend\n\nDifferential Revision: https://reviews.llvm.org/D1234",
      "https://reviews.llvm.org/D1234"),
    RequestMessage(
      "a trailer of PyTorch", "Mend\n\nPull Request resolved: https://github.com/pytorch/pytorch/pull/12",
      "https://github.com/pytorch/pytorch/pull/12"),
    RequestMessage(
      "a merge by Apache's tools", "[CORE] Mend\n\nCloses #12 from ada/fix.\n\nSigned-off-by: Ada", "#12"),
    RequestMessage("a number of GitLab", "Mend\n\nMerge-Request: group/rill!12", "group/rill!12"),
    RequestMessage("the last of two trailers", "Mend\n\nPR-URL: #1\nPR-URL: #2", "#2"),
    RequestMessage("a trailer that ends in blanks", "Mend\n\nPR-URL: #1 \t", "#1"),
    RequestMessage(
      "a merge of GitLab with a link",
      "Merge branch 'a' into 'b'\n\nSee merge request https://gitlab.com/g/p/-/merge_requests/3",
      "https://gitlab.com/g/p/-/merge_requests/3"),
    RequestMessage(
      "a merge of GitLab, of an issue", "Mend the stream (#12)\n\nSee merge request group/rill!345",
      "group/rill!345"),
    RequestMessage("a merge of Bitbucket", "Merged in fix-stream (pull request #12)\n\nMend", "#12"),
    RequestMessage(
      "a merge of Bitbucket Server",
      "Pull request #12: Mend (#3)\n\nMerge in P/r from x to master\n\n* commit 'a':",
      "#12"),
    RequestMessage("a merge of Azure", "Merged PR 12: Mend the stream\n\nRelated work items: #77", "12"),
    RequestMessage("a squash of CPython", "gh-7: Mend the stream (GH-12)", "#12"),
    RequestMessage("a squash of Gitea", "Mend the stream (!12)", "!12"),
    RequestMessage("a backport", "[3.11] Mend the stream (#12) (#15)", "#15"),
    RequestMessage("a revert that is a squash", "Revert \"Mend the stream\" (#15)", "#15"),
    RequestMessage("a revert of a revert", "Revert \"Revert \"Mend (#12)\" (#13)\" (#15)", "#15"),
    RequestMessage("a length in inches", "Show 5\" more (#15)", "#15"),
    RequestMessage("a revert", "Revert \"Mend the stream (#12)\"\n\nThis reverts commit abc.", nil),
    RequestMessage("a revert that is cut off", "Revert \"Mend the stream (#12)", nil),
    RequestMessage("a revert of a merge", "Revert \"Merge pull request #12 from ada/fix\"", nil),
    RequestMessage(
      "a revert in GitLab", "Revert \"Merge branch 'x' into 'main'\"\n\nThis reverts merge request !12", nil),
    RequestMessage("an issue in brackets", "Mend the stream (#12)\n\nFixes: #12.", nil),
    RequestMessage("another issue", "Mend the stream (#12)\n\nFixes #7, closes #8", "#12"),
    RequestMessage("two numbers in brackets", "Mend the stream (#12, #13)", nil),
    RequestMessage("a number with letters", "Mend the stream (#12a)", nil),
    RequestMessage("a number of zeros", "Mend the stream (#0)", nil),
    RequestMessage("a list in Perforce's way", "Mend the stream (CL-12)", nil),
    RequestMessage(
      "a trailer that is no reference", "Mend\n\nPR-URL: none\nPull-Request: see below\nPR: #1 and #2", nil),
    RequestMessage(
      "a link to a page", "Mend\n\nLink: https://example.org/12\nLink: https://github.com/ada/rill/issues/3",
      nil),
    RequestMessage(
      "a link to a mail", "Mend\n\nLink: https://lore.kernel.org/r/2026.12.ada@example.org", nil),
    RequestMessage("a trailer that is quoted", "Mend\n\n    PR-URL: #1\n> PR-URL: #2", nil),
    RequestMessage("a link in a sentence", "Mend\n\nAs in https://github.com/ada/rill/pull/3 it hung.", nil),
    RequestMessage("a review by nobody", "Mend\n\nReviewed-on: https://review.example.org/c/rill", nil),
    RequestMessage("a change that is none", "Mend\n\nChange-Id: Ideas", nil),
    RequestMessage("a merge request in a sentence", "Mend\n\nDone. See merge request g/p!1", nil),
    RequestMessage("a merge request that shouts", "Mend\n\nSee merge request now!", nil),
    RequestMessage(
      "a merge request with lines as on Windows",
      "Merge branch 'a' into 'b'\r\n\r\nSee merge request g/p!12\r\n", "g/p!12"),
    RequestMessage("a trailer with lines as on Windows", "Mend\r\n\r\nPR-URL: #12\r\n", "#12"),
    RequestMessage(
      "a merge with lines as on Windows", "Merged in x (pull request #12)\r\n\r\nMend\r\n", "#12"),
    RequestMessage("a number of an issue", "Mend the stream\n\nFixes #12", nil),
    RequestMessage("a number in the subject", "Mend #12: the stream", nil),
    RequestMessage("a number in brackets that is not last", "Mend (#12) the stream", nil),
    RequestMessage("brackets without a number", "Mend the stream (at last)", nil),
    RequestMessage("a squash suffix in the body", "Mend\n\nThe stream (#12)", nil),
    RequestMessage("a merge of a branch", "Merge branch 'fix' into main", nil),
    RequestMessage("an empty trailer", "Mend\n\nPR-URL:", nil),
    RequestMessage("a merge request without a number", "Mend\n\nSee merge request guidelines", nil),
    RequestMessage("lines that end as on Windows", "Mend the stream (#12)\r\n\r\nBody\r\n", "#12"),
    RequestMessage("nothing", "", nil),
  ]
}

@Suite struct CommitMessageTests {
  @Test(arguments: RequestMessage.all)
  func `the request is found where hosts and tools write it, and nowhere else`(message: RequestMessage) {
    #expect(CommitMessage(message.text).pullRequest == message.request)
  }

  @Test func `the subject is the first line, and all lines are there`() {
    let message = CommitMessage("Mend\n\nBody\n")
    #expect(message.subject == "Mend")
    #expect(message.lines == ["Mend", "", "Body", ""])
    #expect(CommitMessage("").subject == "")
  }

  @Test func `a message from git is whole, whatever is in it`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Mend “it” (#3)\n\nWhy: ünïcode.\n\nPR-URL: #4\n\n")
    let repository = try Repository(scratch)
    let message = try repository.message(of: repository.commit("HEAD"))
    #expect(message.lines.prefix(5) == ["Mend “it” (#3)", "", "Why: ünïcode.", "", "PR-URL: #4"])
    #expect(message.pullRequest == "#3")
  }

  @Test func `notes and signatures are no part of the message`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Mend")
    try scratch.git("notes", "add", "--message", "RILL-9")
    try scratch.git("config", "log.showSignature", "true")
    let repository = try Repository(scratch)
    let message = try repository.message(of: repository.commit("HEAD"))
    #expect(message.subject == "Mend")
    #expect(message.ticketKeys(ofProject: "RILL") == [])
  }
}

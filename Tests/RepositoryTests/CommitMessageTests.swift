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
    RequestMessage("the last of two trailers", "Mend\n\nPR-URL: a\nPR-URL: b", "b"),
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

  static let wrong: [RequestMessage] = [
    RequestMessage("two numbers in brackets", "Mend the stream (#12, #13)", nil),
    RequestMessage("a number with letters", "Mend the stream (#12a)", nil),
    RequestMessage("a merge of Bitbucket", "Merged in fix-stream (pull request #12)\n\nMend", "#12"),
    RequestMessage("a merge of Azure", "Merged PR 12: Mend the stream", "12"),
  ]
}

@Suite struct CommitMessageTests {
  @Test(arguments: RequestMessage.all)
  func `the request is found where hosts and tools write it, and nowhere else`(message: RequestMessage) {
    #expect(CommitMessage(message.text).pullRequest == message.request)
  }

  @Test(arguments: RequestMessage.wrong)
  func `the request is found in messages of other habits`(message: RequestMessage) {
    withKnownIssue("D21") {
      #expect(CommitMessage(message.text).pullRequest == message.request)
    }
  }

  @Test(arguments: [
    ("RILL-142: mend the stream", ["RILL-142"]), ("Mend (RILL-142)", ["RILL-142"]),
    ("[RILL-142] Mend", ["RILL-142"]), ("Mend\n\nFixes: RILL-142, RILL-7.", ["RILL-142", "RILL-7"]),
    ("RILL-7 and RILL-142 and RILL-7", ["RILL-7", "RILL-142"]), ("AB2-1", ["AB2-1"]),
    ("MY_APP-3", ["MY_APP-3"]),
    ("https://tracker.example.org/browse/RILL-142?x", ["RILL-142"]),
    ("feature/RILL-142/stream", ["RILL-142"]),
    ("RILL-1234567", ["RILL-1234567"]),
  ])
  func `keys of tickets are found in their order, each once`(text: String, keys: [String]) {
    #expect(CommitMessage(text).ticketKeys == keys)
  }

  @Test(arguments: [
    "Read UTF-8", "Write UTF-16", "ISO-8601 dates", "SHA-256", "SHA-1", "CVE-2024-1", "CVE-2024-12345",
    "CWE-79",
    "RFC-2119", "IEEE-754", "AES-256", "RSA-2048", "TLS-1", "PEP-8", "ECMA-262", "BASE-64", "MD-5", "x-1",
    "rill-142", "Rill-142", "R-1", "RILL-", "RILL-0", "RILL-007", "RILL-12345678", "-142", "RILL_142",
    "RILL 142",
    "RILL-142-fix", "1AB-2", "RILL-1a", "ÄB-1", "A-B-1", "#142", "",
  ])
  func `words that look like keys are none`(text: String) {
    #expect(CommitMessage(text).ticketKeys == [])
  }

  @Test(arguments: ["Build with LLVM-17", "ARM-64", "COVID-19", "GPL-3", "CP-1252", "CRC-32", "USB-3"])
  func `names of standards and tools are no keys`(text: String) {
    withKnownIssue("D22") {
      #expect(CommitMessage(text).ticketKeys == [])
    }
  }

  @Test func `the subject is the first line, and all lines are there`() {
    let message = CommitMessage("Mend\n\nBody\n")
    #expect(message.subject == "Mend")
    #expect(message.lines == ["Mend", "", "Body", ""])
    #expect(CommitMessage("").subject == "")
  }

  @Test func `a message from git is whole, whatever is in it`() throws {
    let scratch = try ScratchRepository()
    try scratch.commit(["file": "x"], "Mend “it” (#3)\n\nWhy: ünïcode.\n\nPR-URL: x\n\n")
    let repository = try Repository(scratch)
    let message = try repository.message(of: repository.commit("HEAD"))
    #expect(message.lines.prefix(5) == ["Mend “it” (#3)", "", "Why: ünïcode.", "", "PR-URL: x"])
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
    #expect(message.ticketKeys == [])
  }
}

import Repository

/// A commit's message.
struct MessageTarget: FuzzTarget {
  let name = "message"

  let shapes = [
    GrowingShape("RILL-{} "), GrowingShape("RILL-1\n"), GrowingShape("A-"), GrowingShape("-"),
    GrowingShape("("), GrowingShape("(#", before: ")"), GrowingShape("See merge request "),
    GrowingShape("PR-URL:\n"), GrowingShape("PR-URL: ", before: "\n"), GrowingShape("\n"),
    GrowingShape("\r\n"), GrowingShape("9", after: "Merge pull request #"), GrowingShape("e\u{301}"),
    GrowingShape("See merge request x\n"), GrowingShape("AB-1234567"), GrowingShape("\u{200D}👨"),
    GrowingShape("Fixes RILL-{}, "), GrowingShape("[A-1]"), GrowingShape("[AB-1] "),
    GrowingShape("Closes #{}\n"),
    GrowingShape("Closes #{}, ", before: "\nMend (#7)"), GrowingShape("' (", after: "Merge pull request '"),
    GrowingShape("feature/RILL-{}/", after: "Merge branch '", before: "'"), GrowingShape("/browse/"),
    GrowingShape("a/", after: "PR-URL: https://"), GrowingShape(" ", after: "PR-URL: #1"),
  ]

  func read(_ bytes: [UInt8]) {
    let message = CommitMessage(String(decoding: bytes, as: UTF8.self))
    _ = message.ticketKeys(ofProject: "RILL")
    _ = message.pullRequest
  }

  func check(_ input: FuzzInput) throws {
    let text = String(decoding: input.text, as: UTF8.self)
    let message = CommitMessage(text)
    let breaks = text.utf8.count { $0 == 0x0A }
    try promise(
      message.lines.count == breaks + 1, "\(message.lines.count) lines in a text of \(breaks) line breaks")
    try promise(message.subject == message.lines.first, "the subject is another line than the first")
    let keys = message.ticketKeys(ofProject: "RILL")
    try promise(Set(keys).count == keys.count, "a key comes twice: \(keys)")
    for key in keys {
      try promise(text.utf8.contains(key.description.utf8), "\(key) stands nowhere in the message")
    }
    let elsewhere = message.ticketKeys()
    try promise(Set(elsewhere).isSubset(of: keys), "\(elsewhere) are fewer with a project: \(keys)")
    if let request = message.pullRequest {
      let number = request.utf8.drop { $0 == UInt8(ascii: "#") }
      try promise(text.utf8.contains(number), "\(request) stands nowhere in the message")
    }
    // Each line ends in one way or the other: the meaning is the same.
    let windows = CommitMessage(message.lines.joined(separator: "\r\n"))
    try promise(
      text.utf8.contains(0x0D)
        || windows.ticketKeys(ofProject: "RILL") == keys && windows.pullRequest == message.pullRequest
          && windows.lines == message.lines,
      "line endings of two bytes change what is read: \(windows.lines)")
  }
}

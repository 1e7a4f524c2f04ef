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
  ]

  func read(_ bytes: [UInt8]) {
    let message = CommitMessage(String(decoding: bytes, as: UTF8.self))
    _ = message.ticketKeys
  }

  func check(_ input: FuzzInput) throws {
    let text = String(decoding: input.text, as: UTF8.self)
    let message = CommitMessage(text)
    let breaks = text.utf8.count { $0 == 0x0A }
    try promise(
      message.lines.count == breaks + 1, "\(message.lines.count) lines in a text of \(breaks) line breaks")
    try promise(message.subject == message.lines.first, "the subject is another line than the first")
    let keys = message.ticketKeys
    try promise(Set(keys).count == keys.count, "a key comes twice: \(keys)")
    for key in keys { try promise(text.utf8.contains(key.utf8), "\(key) stands nowhere in the message") }
    // Each line ends in one way or the other: the meaning is the same.
    let windows = CommitMessage(message.lines.joined(separator: "\r\n"))
    try promise(
      text.utf8.contains(0x0D) || windows.ticketKeys == keys && windows.lines == message.lines,
      "line endings of two bytes change what is read: \(windows.lines)")
  }
}

/// All that is known of one run before it is read.
struct Run: Sendable {
  let transcript: Transcript
  let ending: RunEnding
  let command: Command

  var lines: [Line] { transcript.lines }

  /// Whether it claims success.
  var isGreen: Bool { ending == .exit(0) }
}

import Casework
import Digest
import Storage

/// A `ledger.jsonl`, and a file to import into it: one of entries, or the transcript of an agent.
struct LedgerTarget: FuzzTarget {
  let name = "ledger"

  let shapes = [
    GrowingShape(Self.line("\"hypothesis\":\"h\"")),
    GrowingShape(
      Self.line("\"change\":{\"hypothesis\":1,\"state\":\"rejected\"}"),
      after: "{\"number\":1,\"at\":\"t\",\"by\":\"b\",\"hypothesis\":\"h\"}\n"),
    GrowingShape(Self.line("\"experiment\":{\"command\":[\"x\"],\"rulesOut\":[1]}")),
    GrowingShape(Self.line("\"note\":\"n\"")), GrowingShape("{\n"), GrowingShape("\n"), GrowingShape("["),
    GrowingShape("{\"a\":"), GrowingShape("\"\\u0041", after: "{\"number\":"),
    GrowingShape("{\"note\":\"a\"}\n"),
    GrowingShape("- a\n"), GrowingShape("  - a\n", after: "- a\n"), GrowingShape("1. a\n"),
    GrowingShape("  a\n", after: "- a\n"), GrowingShape("a\n", after: "- a\n"), GrowingShape(" "),
    GrowingShape("\t"), GrowingShape("```\n"), GrowingShape("- "), GrowingShape("- Hypothesis: a\n"),
    GrowingShape(
      #"{"type":"assistant","message":{"content":[{"type":"tool_use","id":"{}","name":"Bash","input":{"command":"x"}}]}}"#
        + "\n"),
    GrowingShape(#"{"type":"tool_use"},"#, after: #"{"type":"assistant","message":{"content":["#),
    GrowingShape("* [ ] e\u{301}\n"), GrowingShape("\n  \n", after: "- a"), GrowingShape("9"),
  ]

  private static func line(_ content: String) -> String {
    "{\"number\":{},\"at\":\"t\",\"by\":\"b\",\(content)}\n"
  }

  func read(_ bytes: [UInt8]) {
    guard let place = try? Place(holding: bytes), let ledger = try? place.journal.read() else { return }
    if let hypothesis = ledger.hypotheses.first {
      _ = try? HypothesisCheck(of: hypothesis.number, in: ledger)
    }
    _ = AgentTranscript(bytes)
    guard let items = try? LedgerImport(bytes) else { return }
    _ = try? place.journal.append(items, from: "notes.md", by: "Ada", at: "2026-11-25T12:00:00Z")
  }

  func check(_ input: FuzzInput) throws {
    let place = try Place(holding: input.text)
    let journal = place.journal
    let before = try journal.read()
    try checkReading(before, of: input.text)
    let entry = try journal.append(.note("n"), by: "Ada", at: "2026-11-25T12:00:00Z")
    let after = try journal.read()
    try promise(after.entries.starts(with: before.entries), "an entry is lost by adding one")
    try promise(after.entries.last == entry, "what was added is not there")
    // A last line without its newline counts as soon as it is read as UTF-8; in another encoding, once one is behind it.
    try promise(
      after.entries.count <= before.entries.count + 2, "\(after.entries.count - before.entries.count) came")
    try promise(
      before.entries.allSatisfy { $0.number < entry.number || $0.number >= 1 << 53 },
      "the number \(entry.number) is not the next")
    try promise(try place.bytes().starts(with: input.text), "what stood there has changed")
    try checkImport(input.parts.count > 1 ? input.parts[1] : input.text, into: place)
  }

  private func checkReading(_ ledger: Ledger, of text: [UInt8]) throws {
    let end = text.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let last = text[end...].drop { $0 == 0x20 || $0 == 0x09 }
    let isWhole = last.first == UInt8(ascii: "{") && JSONText.isValue(last)
    let lines = text[..<end].split(separator: 0x0A).count + (isWhole ? 1 : 0)
    try promise(
      ledger.entries.count + ledger.unreadable.count == lines,
      "\(ledger.entries.count) entries and \(ledger.unreadable.count) others in \(lines) lines")
    for entry in ledger.entries.prefix(20) {
      let again = try JSONText.decode(LedgerEntry.self, from: JSONText.encode(entry))
      try promise(again == entry, "\(entry) is written and read as \(again)")
    }
    for hypothesis in ledger.hypotheses.prefix(8) {
      let check = try HypothesisCheck(of: hypothesis.number, in: ledger)
      try promise(
        check.observations.map(\.experiment) == ledger.experiments.map(\.number), "an experiment is left out")
      let against = check.observations.filter { $0.bearing == .contradicts || $0.bearing == .disputed }
      try promise(check.contradictedBy == against.map(\.experiment), "a contradiction is left out")
    }
  }

  private func checkImport(_ bytes: [UInt8], into place: Place) throws {
    let items: LedgerImport
    if let transcript = AgentTranscript(bytes) {
      try promise(transcript.commands.allSatisfy { !$0.words.isEmpty }, "a command has no words")
      items = LedgerImport(
        transcript.commands.map { command in
          var experiment = Experiment(command: command.words)
          experiment.exitStatus = command.exitStatus
          return (at: command.at, experiment: experiment)
        })
    } else if let read = try? LedgerImport(bytes) {
      items = read
    } else {
      return
    }
    let journal = place.journal
    let before = try journal.read()
    let added = try journal.append(items, from: "notes.md", by: "Ada", at: "2026-11-25T12:00:00Z")
    let after = try journal.read()
    try promise(after.entries == before.entries + added, "an import changes more than it adds")
    let again = try journal.append(items, from: "notes.md", by: "Ada", at: "2026-11-26T12:00:00Z")
    try promise(again.isEmpty, "an import that is repeated adds \(again)")
  }

  /// A case on the disk, for as long as it is used.
  private final class Place {
    let journal: LedgerJournal
    private let root: String

    init(holding bytes: [UInt8]) throws {
      // Memory, where there is such a disk: each line that is added is flushed.
      let parent = FileTree.isDirectory("/dev/shm") ? "/dev/shm" : "/tmp"
      root = "\(parent)/postmortem-fuzz-\(RandomBytes.hexadecimal(count: 8))"
      let store = CaseStore(inWorkTree: root)
      try FileTree.makeDirectory("\(store.directory)/K")
      try FileTree.write(Array("key: K\n".utf8), to: "\(store.directory)/K/case.yaml")
      journal = try store.ledger(of: "K")
      try FileTree.write(bytes, to: journal.path)
    }

    func bytes() throws -> [UInt8] { try FileTree.read(journal.path) }

    deinit { try? FileTree.remove(root) }
  }
}

import Rendering
import Scratch
import Storage
import Testing

@Suite struct JiraRecordTests {
  private static let golden = Path.absolute("../Golden/RILL-142.jira", from: #filePath)
  private static let source = Path.absolute("../../EndToEndTests/Golden/RILL-142.md", from: #filePath)

  private func render(_ text: String, fits: Bool = false) throws -> Rendering {
    var options = RenderingOptions(whole: "docs/x.md")
    options.issueURL = "https://jira.example.com"
    options.pullRequestURL = "https://git.example.com/rill/pull/{number}"
    options.fits = fits
    return try RenderTarget.jira.render(Array(text.utf8), options: options)
  }

  @Test func `a record becomes a comment: standings in colour, tickets and pull requests as links`() throws {
    let record = String(decoding: try FileTree.read(Self.source), as: UTF8.self)
    let rendering = try render(record)
    #expect(rendering.changes.map(\.rule) == ["front-matter"])
    #expect(rendering.excesses == [])
    guard !ProcessVariables.isRecording else {
      try FileTree.write(rendering.bytes + [0x0A], to: Self.golden, mode: 0o644)
      Issue.record("Recorded the comment.")
      return
    }
    let expected = try FileTree.read(Self.golden)
    #expect(
      String(decoding: rendering.bytes + [0x0A], as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(JiraReading(String(decoding: expected, as: UTF8.self)).faults == [])
  }

  @Test func `what rests on somebody's word alone stands in a panel`() throws {
    let text = record(summary: "It broke. The validation is attested by Mei, not measured. Bad.")
    let wiki = String(decoding: try render(text).bytes, as: UTF8.self)
    let panel = "{panel:bgColor=#fffae6}\nThe validation is attested by Mei, not measured.\n{panel}"
    #expect(wiki.contains("It broke. \n\n\(panel)\n\n Bad."))
  }

  private func record(summary: String, evidence: String = "") -> String {
    let sections = ["Root cause", "Fix", "Validation"].map { "## \($0)\n\na\n\n" }.joined()
    return "---\nkey: RILL-1\n---\n\n## Summary\n\n\(summary)\n\n\(sections)## Evidence\n\n\(evidence)\n"
  }

  // MARK: Length

  private static let log = "```\n" + (0..<1_500).map { "line \($0) {code} *é*\n" }.joined() + "```\n"

  @Test func `logs are shortened until all markup fits, to no less than must be`() throws {
    let text = record(summary: "a", evidence: Self.log) + "\n" + String(repeating: "\\* ", count: 3_000)
    let units = { (rendering: Rendering) in String(decoding: rendering.bytes, as: UTF8.self).utf16.count }
    let whole = try render(text)
    #expect(whole.excesses.map { $0.hasPrefix("It has \(units(whole)) characters") } == [true])
    let fitted = try render(text, fits: true)
    #expect(fitted.excesses == [])
    #expect((32_700...32_767).contains(units(fitted)))
    let wiki = String(decoding: fitted.bytes, as: UTF8.self)
    #expect(wiki.contains("line 0 ") && wiki.contains("line 1499 ") && !wiki.contains("line 750 "))
    #expect(wiki.contains("lines left out here; all of it: docs/x.md]"))
  }

  @Test func `what fits is as it was, and prose is never shortened`() throws {
    let short = record(summary: "a", evidence: "```\nb\n```")
    #expect(try render(short, fits: true).bytes == render(short).bytes)
    // As words it would fit: markup counts.
    let long = String(repeating: "\\*", count: 20_000)
    let error = #expect(throws: TextTooLong.self) { try render(long, fits: true) }
    #expect(error?.units == 40_000)
  }
}

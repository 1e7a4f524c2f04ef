import Rendering
import Scratch
import Storage
import Testing

@Suite struct ADFRecordTests {
  private func outline(_ text: String, _ options: RenderingOptions = RenderingOptions()) throws -> String {
    let json = try JSONText.decode(
      JSONValue.self, from: ADFRendering(Array(text.utf8), options: options).document.json)
    #expect(ADFProfile.faults(in: json) == [])
    return ADFOutline.of(json)
  }

  private func record(
    summary: String = "It broke.", cause: String = "a", validation: String = "b", rest: String = ""
  ) -> String {
    RecordSample.text(
      front: "key: RILL-142", summary: summary, cause: cause, validation: validation, rest: rest)
  }

  /// A record around what a test is about, as it is without anything special.
  private func plain(
    summary: String = #"p("It broke.")"#, cause: String = #"p("a")"#, validation: String = #"p("b")"#
  )
    -> String
  {
    #"expand:Front matter(pre:yaml("key: RILL-142")) heading:1("RILL-142: T") heading:2("Summary") \#(summary) "#
      + #"heading:2("Root cause") \#(cause) heading:2("Fix") p("c") heading:2("Validation") \#(validation)"#
  }

  @Test func `front matter is folded away`() throws {
    #expect(try outline(record()) == plain())
    let rules = try ADFRendering(Array(record().utf8)).changes.map(\.rule)
    #expect(rules == [.frontMatter])
  }

  @Test func `front matter of what is no record is Markdown`() throws {
    #expect(try outline("---\nkey: RILL-142\n---\n\na") == #"hr heading:2("key: RILL-142") p("a")"#)
  }

  @Test func `evidence is folded away, its standings are lozenges`() throws {
    let evidence = """
      ## Evidence

      - E1–E3, E5, found in git log: fix.commits
      - E4, measured today: it holds
      - E6, attested by Mei, found elsewhere: title
      - L1, the ledger

      ```
      ls
      ```

      ## More

      - E1, found in git log
      """
    let expected =
      #" heading:2("Evidence") expand:Evidence(ul(li(p("E1–E3, E5, " status:blue:found " in git log: fix.commits")) "#
      + #"li(p("E4, " status:green:measured " today: it holds")) "#
      + #"li(p("E6, " status:yellow:attested " by Mei, found elsewhere: title")) li(p("L1, the ledger"))) pre("ls")) "#
      + #"heading:2("More") ul(li(p("E1, found in git log")))"#
    #expect(try outline(record(rest: evidence)) == plain() + expected)
  }

  @Test func `a validation says at once how it is known`() throws {
    let list = "- Measured (E10): `x` failed.\n- Attested (Mei, today): it holds.\n- Measured by hand."
    let expected =
      #"ul(li(p(status:green:Measured " (E10): " code"x" " failed.")) "#
      + #"li(p(status:yellow:Attested " (Mei, today): it holds.")) li(p("Measured by hand.")))"#
    #expect(try outline(record(validation: list)) == plain(validation: expected))
  }

  @Test func `what rests on somebody's word alone stands in a panel`() throws {
    let summary = "It `broke`. The validation is attested by Mei, not measured. Customers saw it."
    let expected =
      #"p("It " code"broke" ". ") panel:warning(p("The validation is attested by Mei, not measured.")) p(" Customers saw it.")"#
    #expect(try outline(record(summary: summary)) == plain(summary: expected))
  }

  @Test func `long code is folded away, short code is not`() throws {
    let lines = { (count: Int) in (1...count).map { "\($0)" }.joined(separator: "\n") }
    let escaped = { (count: Int) in lines(count).replacing("\n", with: "\\n") }
    #expect(
      try outline(record(cause: "```\n\(lines(20))\n```\n\n```\n\(lines(21))\n```"))
        == plain(cause: #"pre("\#(escaped(20))") expand:21 lines(pre("\#(escaped(21))"))"#))
    let long = record(cause: "```\n\(lines(20))\n```\n\n```\n\(lines(21))\n```")
    #expect(try ADFRendering(Array(long.utf8)).changes.map(\.rule) == [.frontMatter, .longCode])
  }

  @Test func `tickets and pull requests are links where the settings say where they are`() throws {
    var options = RenderingOptions()
    options.issueURL = "https://x.y/"
    options.pullRequestURL = "https://g.h/pull/{number}"
    let cause = "RILL-1, (**#27**) `RILL-2` [RILL-3](http://z) UTF-8 xRILL-4 RILL-5a a#6 RILL-7#8 ARILL-9"
    let expected =
      ##"p(<https://x.y/browse/RILL-1>"RILL-1" ", (" strong<https://g.h/pull/27>"#27" ") " code"RILL-2" " " "##
      + ##"<http://z>"RILL-3" " UTF-8 xRILL-4 RILL-5a a#6 RILL-7#8 ARILL-9")"##
    #expect(
      try outline(record(cause: cause), options)
        == plain(cause: expected).replacing(
          #"heading:1("RILL-142: T")"#, with: #"heading:1(<https://x.y/browse/RILL-142>"RILL-142" ": T")"#))
  }

  // MARK: Length

  private func long(_ lines: Int, _ word: String = "line") -> String {
    "```\n" + (0..<lines).map { "\(word) \($0) 0123456789\n" }.joined() + "```\n"
  }

  private func fitted(_ text: String) throws -> ADFDocument {
    var options = RenderingOptions(whole: "docs/x.md")
    options.fits = true
    return try ADFRendering(Array(text.utf8), options: options).document
  }

  @Test func `logs of the evidence are shortened first, to no less than must be`() throws {
    let text = record(cause: long(600, "cause"), rest: "## Evidence\n\n\(long(1_500, "log"))")
    let document = try fitted(text)
    let json = String(decoding: document.json, as: UTF8.self)
    #expect(document.plainLength <= 32_767 && document.plainLength > 32_700)
    #expect(json.contains("cause 300 "))
    #expect(json.contains("log 0 ") && json.contains("log 1499 ") && !json.contains("log 750 "))
    #expect(json.contains("lines left out here; all of it: docs/x.md]"))
  }

  @Test func `what fits is as it was`() throws {
    let text = record(cause: long(100))
    #expect(try fitted(text) == ADFRendering(Array(text.utf8)).document)
  }

  @Test func `prose is never shortened`() throws {
    let text = String(repeating: "word ", count: 7_000) + "\n\n" + long(10)
    #expect(throws: TextTooLong.self) { try fitted(text) }
    let rendering = try RenderTarget.adf.render(Array(text.utf8))
    #expect(rendering.excesses.count == 1)
  }

  @Test func `JSON beyond the limit is told, though the text is within it`() throws {
    let text = String(repeating: "*a* b\n\n", count: 1_000)
    let rendering = try RenderTarget.adf.render(Array(text.utf8))
    #expect(rendering.excesses.map { $0.hasPrefix("Its JSON has ") } == [true])
  }
}

import Rendering
import Scratch
import Storage
import Testing

@Suite struct ConfluenceRecordTests {
  private func page(_ text: String, _ options: RenderingOptions = RenderingOptions()) throws -> String {
    let bytes = ConfluenceRendering(Array(text.utf8), options: options).bytes
    #expect(try ConfluenceProfile(bytes).faults == [])
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `the front matter of a record is a table of page properties below its title`() throws {
    let page = try page(RecordSample.text())
    #expect(
      page.hasPrefix(
        """
        <h1>RILL-142: T</h1>
        <ac:structured-macro ac:name="details" ac:schema-version="1"><ac:rich-text-body>
        <table><tbody>
        <tr><th>key</th><td>RILL-142</td></tr>
        <tr><th>fixed by</th><td>a, &lt;b&gt;</td></tr>
        </tbody></table>
        </ac:rich-text-body></ac:structured-macro>
        <h2>
        """))
  }

  @Test func `front matter that cannot be read is shown as it is`() throws {
    let text = RecordSample.text().replacing("fixed_by: [a, \"<b>\"]", with: "fixed_by: [a, \u{1}]]>")
    #expect(
      try page(text).contains(
        "yml</ac:parameter><ac:plain-text-body><![CDATA[key: RILL-142\nfixed_by: [a, \u{FFFD}]]]]><![CDATA[>")
    )
  }

  @Test func `standings are lozenges`() throws {
    let page = try page(RecordSample.text(rest: "## Evidence\n\n- E1, E2, found in git log: a"))
    let lozenge = { (color: String, word: String) in
      """
      <ac:structured-macro ac:name="status" ac:schema-version="1"><ac:parameter ac:name="colour">\(color)\
      </ac:parameter><ac:parameter ac:name="title">\(word)</ac:parameter></ac:structured-macro>
      """
    }
    #expect(page.contains("<li>\(lozenge("Green", "Measured")) (E10): <code>x</code> failed."))
    #expect(page.contains("<li>Measured by hand."))
    #expect(page.contains("<li>E1, E2, \(lozenge("Blue", "found")) in git log: a"))
  }

  @Test(
    arguments: [
      ("A. %. B.", "<p>A. </p>\n", "<p> B.</p>\n"), ("%.", "", ""),
      ("*A.*\n%. `B`", "<p><em>A.</em> </p>\n", "<p> <code>B</code></p>\n"),
    ])
  func `what rests on somebody's word alone stands in a panel`(
    _ summary: String, _ before: String, _ after: String
  ) throws {
    let summary = summary.replacing("%", with: "The validation is attested by Mei, not\nmeasured")
    #expect(
      try page(RecordSample.text(summary: summary)).contains(
        """
        <h2>Summary</h2>
        \(before)<ac:structured-macro ac:name="note" ac:schema-version="1"><ac:rich-text-body>
        <p>The validation is attested by Mei, not measured.</p>
        </ac:rich-text-body></ac:structured-macro>
        \(after)<h2>Root cause</h2>
        """))
  }

  @Test func `evidence and long code are folded away`() throws {
    let lines = { (count: Int) in (1...count).map { "\($0)\n" }.joined() }
    let text = RecordSample.text(
      cause: "```\n\(lines(20))```\n\n```\n\(lines(21))```",
      rest: "## Evidence\n\n```\n\(lines(30))```\n\n## More\n\nb")
    let page = try page(text)
    let expand = { (title: String) in
      """
      <ac:structured-macro ac:name="expand" ac:schema-version="1"><ac:parameter ac:name="title">\(title)\
      </ac:parameter><ac:rich-text-body>

      """
    }
    let code = #"<ac:structured-macro ac:name="code" ac:schema-version="1"><ac:plain-text-body><![CDATA[1"#
    let end = "]]></ac:plain-text-body></ac:structured-macro>\n"
    #expect(page.contains("20\(end)\(expand("21 lines"))\(code)"))
    #expect(page.contains("21\(end)</ac:rich-text-body></ac:structured-macro>\n<h2>Fix"))
    #expect(page.contains("<h2>Evidence</h2>\n\(expand("Evidence"))\(code)"))
    #expect(page.contains("30\(end)</ac:rich-text-body></ac:structured-macro>\n<h2>More"))
    #expect(
      ConfluenceRendering(Array(text.utf8)).changes.map(\.rule) == [.frontMatter, .longCode, .evidence])
  }

  @Test(arguments: 0..<10) func `a record with any Markdown in it is well-formed`(_ seed: Int) throws {
    var options = RenderingOptions()
    options.issueURL = "https://x.y"
    options.pullRequestURL = "https://g.h/pull/{number}"
    let texts = MarkdownSamples.texts(seed: seed).map { String(decoding: $0, as: UTF8.self) }
    for text in texts {
      let words = "\(text) RILL-2 The repro is attested by #3, not measured. \(text)"
      let items = "- E1, found in \(text)\n- Measured (\(text)"
      let record = RecordSample.text(summary: words, cause: text, rest: "\(items)\n\n## Evidence\n\n\(items)")
      _ = try page(record, options)
    }
  }

  @Test func `the record of the example is as it was`() throws {
    let tests = Path.absolute("../..", from: #filePath)
    var options = RenderingOptions()
    options.issueURL = "https://example.atlassian.net"
    options.pullRequestURL = "https://github.com/example/rill/pull/{number}"
    let record = try FileTree.read("\(tests)/EndToEndTests/Golden/RILL-142.md")
    let actual = try page(String(decoding: record, as: UTF8.self), options) + "\n"
    let golden = "\(tests)/RenderingTests/Golden/RILL-142.xml"
    guard !ProcessVariables.isRecording else {
      try FileTree.write(Array(actual.utf8), to: golden, mode: 0o644)
      Issue.record("Recorded \(golden).")
      return
    }
    expectEqualText(actual, String(decoding: try FileTree.read(golden), as: UTF8.self))
  }
}

import Rendering
import Storage
import Testing

@Suite struct ADFReadingTests {
  private func read(_ content: String) throws -> String {
    let json = #"{"type":"doc","version":1,"content":[\#(content)]}"#
    return ADFMarkdown(try ADFReading(Array(json.utf8)).document).text
  }

  @Test(
    arguments: [
      (#"{"type":"paragraph","content":[{"type":"text","text":"a *b*"}]}"#, "a \\*b\\*\n"),
      (#"{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"1","text":"@Mei"}}]}"#, "@Mei\n"),
      (#"{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":smile:"}}]}"#, ":smile:\n"),
      (
        #"{"type":"paragraph","content":[{"type":"inlineCard","attrs":{"url":"https://x.y"}}]}"#,
        "<https://x.y>\n"
      ),
      (#"{"type":"paragraph","content":[{"type":"text","text":"a","marks":[{"type":"underline"}]}]}"#, "a\n"),
      (
        #"{"type":"mediaSingle","content":[{"type":"media","attrs":{"type":"file","id":"7-8","alt":"a.png"}}]}"#,
        "a.png\n"
      ),
      (
        #"{"type":"layoutSection","content":[{"type":"layoutColumn","content":[{"type":"rule"}]}]}"#, "***\n"
      ),
      (#"{"type":"extension","attrs":{"extensionKey":"toc"}}"#, "toc\n"),
      (#"{"type":"new","content":[{"type":"newer"}]}"#, "[newer]\n"),
      (#"{"type":"panel","attrs":{"panelType":"error"},"content":[{"type":"paragraph"}]}"#, "> [!CAUTION]\n"),
      (
        #"{"type":"expand","attrs":{"title":"Log"},"content":[{"type":"codeBlock","content":[{"type":"text","text":"a"}]}]}"#,
        "<details>\n<summary>Log</summary>\n\n```\na\n```\n\n</details>\n"
      ),
      (
        #"{"type":"taskList","attrs":{"localId":"1"},"content":[{"type":"blockTaskItem","attrs":{"state":"DONE"},"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}]}"#,
        "- ☑\n\n  a\n"
      ),
      (#"{"type":"taskList"},7,null,{"type":"paragraph","content":"x"}"#, ""),
      (#"{"type":"orderedList","attrs":{"order":"x"},"content":[{"type":"listItem"}]}"#, "1.\n"),
    ])
  func `what is not known becomes its visible text`(_ adf: String, _ markdown: String) throws {
    #expect(try read(adf) == markdown)
  }

  @Test(arguments: ["", "[]", "{}", #"{"type":"paragraph"}"#, "\u{0}"])
  func `what is no document is an error`(_ text: String) {
    #expect(throws: NoADF.self) { try ADFReading(Array(text.utf8)) }
  }

  private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let document = try ADFRendering(text).document
    let shown = String(decoding: text, as: UTF8.self)
    let read = try ADFReading(document.json).document
    #expect(read == document, "\(shown.debugDescription)", sourceLocation: sourceLocation)
    let markdown = ADFMarkdown(document).text
    let again = try ADFRendering(Array(markdown.utf8)).document
    #expect(
      again == document, "\(shown.debugDescription)\n\(markdown.debugDescription)",
      sourceLocation: sourceLocation)
  }

  static let examples = [
    ADFRenderingTests.prose, ADFRenderingTests.links, ADFRenderingTests.blocks, ADFRenderingTests.lists,
    ADFRenderingTests.nestings,
  ].flatMap { $0 }

  @Test(arguments: examples) func `ADF written as Markdown is the same ADF again`(
    _ example: ADFRenderingTests.Case
  ) throws {
    try check(Array(example.markdown.utf8))
  }

  @Test(arguments: 0..<10) func `any ADF of ours written as Markdown is the same ADF again`(_ seed: Int)
    throws
  {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 { try check(ADFPropertyTests.text(&random)) }
  }
}

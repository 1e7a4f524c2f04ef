import Markdown
import Rendering
import Testing

@Suite struct ADFAnswerTests {
  private static let document =
    #"{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]}]}"#

  private static let confluence =
    #"{"id":"7","body":{"atlas_doc_format":{"representation":"atlas_doc_format","value":"\#(document.replacing("\"", with: #"\""#))"}}}"#

  private func read(_ json: String) throws -> String {
    String(decoding: try SourceForm.adf.markdown(of: Array(json.utf8)), as: UTF8.self)
  }

  @Test(
    arguments: [
      document, " \n\(document)\n",
      #"{"self":"https://x.y/1","author":{"type":"x"},"body":\#(document),"visibility":{"type":"role"}}"#,
      #"{"key":"A-1","fields":{"summary":"b","environment":null,"description":\#(document)}}"#,
      #"{"comments":[{"id":"1","body":\#(document)}],"total":1}"#, "[\(document)]", confluence,
    ])
  func `the one document of an answer is found`(_ json: String) throws {
    #expect(try read(json) == "a\n")
  }

  @Test(
    arguments: [
      (
        #"{"type":"text","text":"Cause: ","marks":[{"type":"strong"}]},{"type":"text","text":"b"}"#,
        "**Cause:** b\n"
      ),
      (
        #"{"type":"text","text":"a"},{"type":"text","text":" b ","marks":[{"type":"em"}]},{"type":"text","text":"c"}"#,
        "a *b* c\n"
      ),
      (
        #"{"type":"text","text":" a  "},{"type":"text","text":"  b ","marks":[{"type":"em"}]},{"type":"hardBreak"}"#,
        "a *b*\n"
      ),
      (
        #"{"type":"text","text":"a "},{"type":"hardBreak"},{"type":"text","text":" b  c"},{"type":"text","text":" ","marks":[{"type":"strong"}]}"#,
        "a\\\nb c\n"
      ),
      (#"{"type":"text","text":"a  b","marks":[{"type":"code"}]}"#, "`a  b`\n"),
      (#"{"type":"text","text":"a, b@c.de."}"#, "a, b@<!-- -->c.de.\n"),
      (
        #"{"type":"mention","attrs":{"text":"@Mei"}},{"type":"text","text":" saw "},{"type":"text","text":"c","marks":[{"type":"code"}]}"#,
        "@Mei saw `c`\n"
      ),
    ])
  func `words are written as a person writes them`(_ words: String, _ markdown: String) throws {
    #expect(try read(#"{"type":"doc","content":[{"type":"paragraph","content":[\#(words)]}]}"#) == markdown)
  }

  @Test(
    arguments: [
      (
        "{\n  \"type\": \"doc\",\n  content\n}",
        .notJSON(MarkdownPosition(line: 3, column: 3), expected: "a name in quotation marks")
      ),
      ("", .notJSON(MarkdownPosition(line: 1, column: 1), expected: "a value")),
      (#"{"body":"h1. wiki markup"}"#, .noDocument), ("[]", .noDocument),
      (#"{"type":"paragraph"}"#, .noDocument),
      (#"{"body":"\#(document.replacing("\"", with: #"\""#))"}"#, .noDocument),
      (
        #"{"fields":{"description":\#(document),"comment":{"comments":[{"body":\#(document)}]}}}"#,
        .several([".fields.comment.comments[0].body", ".fields.description"])
      ),
      ("[\(document),\(document)]", .several([".[0]", ".[1]"])),
      (String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000), .notReadable),
    ] as [(String, ADFAnswerFault)])
  func `what holds no document, or several, is a fault with its place`(
    _ json: String, _ fault: ADFAnswerFault
  ) {
    #expect(throws: fault) { try read(json) }
  }
}

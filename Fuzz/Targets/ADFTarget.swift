import Rendering

/// Any JSON, read as a document of ADF.
struct ADFTarget: FuzzTarget {
  let name = "adf"

  let shapes = [
    GrowingShape("["), GrowingShape("{\"a\":"), GrowingShape("\"a\",", after: "["),
    GrowingShape("\\u0041", after: "\""),
    GrowingShape("{\"type\":\"text\",\"text\":\"a*\"},", after: Self.start, before: "{}]}"),
    GrowingShape(
      "{\"type\":\"paragraph\",\"content\":[{\"type\":\"hardBreak\"}]},", after: Self.start, before: "{}]}"),
    GrowingShape("{\"body\":{\"type\":\"doc\"}},", after: "[", before: "0]"),
  ]

  private static let start = "{\"type\":\"doc\",\"content\":["

  func read(_ bytes: [UInt8]) {
    _ = try? SourceForm.adf.markdown(of: bytes)
  }

  func check(_ input: FuzzInput) throws {
    let text = input.text
    guard let markdown = try? SourceForm.adf.markdown(of: text) else { return }
    let document = try ADFRendering(markdown).document
    let read = try ADFReading(document.json).document
    try promise(read == document, "the ADF of \(shown(text)) is read as another document")
    let again = try ADFRendering(Array(ADFMarkdown(document).text.utf8)).document
    try promise(again == document, "the ADF of \(shown(text)), written as Markdown, is another document")
  }
}

public import YAML

extension RecordDocument {
  /// What the front matter says; nil where there is none.
  ///
  /// - Throws: `YAMLError` where it cannot be read, with lines counted as in the whole text.
  public func readFrontMatter() throws(YAMLError) -> YAMLNode? {
    guard let place = frontMatter else { return nil }
    return try YAMLDocument(text: Array(text[place.content]), name: "front matter", firstLine: 2).root
  }
}

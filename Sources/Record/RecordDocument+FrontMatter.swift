internal import Synchronization
public import YAML

extension RecordDocument {
  /// What the front matter says; nil where there is none.
  ///
  /// It is read the first time that it is asked for.
  ///
  /// - Throws: `YAMLError` where it cannot be read, with lines counted as in the whole text.
  public func readFrontMatter() throws(YAMLError) -> YAMLNode? {
    guard let place = frontMatter else { return nil }
    return try frontMatterReading.root { () throws(YAMLError) in
      try YAMLDocument(text: Array(text[place.content]), name: "front matter", firstLine: 2).root
    }
  }
}

/// What was read of the front matter of a text, for all who hold the text.
final class FrontMatterReading: Sendable {
  private let result = Mutex<Result<YAMLNode, YAMLError>?>(nil)

  /// What was read; now, where nobody did yet.
  func root(_ read: () throws(YAMLError) -> YAMLNode) throws(YAMLError) -> YAMLNode {
    try result.withLock { result throws(YAMLError) in
      let found = result ?? Result(catching: read)
      result = found
      return try found.get()
    }
  }
}

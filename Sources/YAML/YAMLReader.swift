import Spelling

/// Reads what is expected from a document, and gathers all that is not as expected.
///
/// Reading never stops at an error: what is wrong comes as nil or empty, and `errors` tells of it.
///
/// ```swift
/// let reader = YAMLReader(document)
/// let fields = reader.fields(known: ["title", "fix"])
/// let title = fields.requiredText("title")
/// let commits = fields.fields("fix", known: ["commits"])?.texts("commits") ?? []
/// try reader.finish()
/// ```
public final class YAMLReader {
  private let document: YAMLDocument
  private var found: [YAMLError] = []

  /// How many errors are gathered from one document.
  static let errorLimit = 100

  /// A reader of one document.
  public init(_ document: YAMLDocument) {
    self.document = document
  }

  /// All that was wrong so far, in the order of the file.
  public var errors: [YAMLError] {
    found.enumerated().sorted {
      ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
    }.map(\.element)
  }

  /// The fields of the root, which must be a mapping or empty.
  public func fields(known: [String]) -> YAMLFields {
    fields(of: document.root, called: "the file", known: known)
      ?? YAMLFields(reader: self, node: document.root, name: "the file", entries: [])
  }

  /// Tells of all that was wrong.
  ///
  /// - Throws: `YAMLErrors` if something was.
  public func finish() throws(YAMLErrors) {
    if !found.isEmpty { throw YAMLErrors(errors: errors) }
  }

  /// Adds an error of one's own at a node, such as a value that cannot be.
  ///
  /// Nobody reads more than `errorLimit` errors, and each takes time to place.
  public func report(_ problem: YAMLProblem, at node: YAMLNode) {
    guard found.count < Self.errorLimit else { return }
    found.append(document.source.error(problem, at: node.range.lowerBound))
  }

  /// The fields of a node, if it is a mapping; keys that are not known are errors.
  func fields(of node: YAMLNode, called name: String, known: [String]) -> YAMLFields? {
    if node.isNull { return YAMLFields(reader: self, node: node, name: name, entries: []) }
    guard let entries = node.entries else {
      report(.wrongKind(key: name, expected: "a mapping (lines of `key: value`)", found: node.kind), at: node)
      return nil
    }
    for entry in entries where !known.contains(entry.name) && found.count < Self.errorLimit {
      let nearest = Spelling.nearest(to: entry.name, among: known)
      report(.unknownKey(entry.name, nearest: nearest, known: known), at: entry.key)
    }
    return YAMLFields(reader: self, node: node, name: name, entries: entries)
  }
}

/// All that was wrong in a document.
public struct YAMLErrors: Error, Sendable, Equatable {
  /// The errors, in the order of the file; there is at least one.
  public var errors: [YAMLError]
}

extension YAMLErrors: CustomStringConvertible {
  /// Each error as it would be printed alone.
  public var description: String {
    errors.map(\.description).joined(separator: "\n")
  }
}

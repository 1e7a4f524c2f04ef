/// Prose that a model has phrased, by section, and by which model.
public struct WrittenSections: Sendable, Equatable {
  /// One or more paragraphs for a section: they take the place of what the case says in its own words.
  public var prose: [SectionKind: String]

  /// What a record says of them.
  public var mark: WriterMark

  /// Prose and its mark.
  public init(prose: [SectionKind: String], mark: WriterMark) {
    self.prose = prose
    self.mark = mark
  }
}

/// Which model wrote something, and when: a record says it in its front matter.
public struct WriterMark: Sendable, Codable, Equatable, Hashable {
  /// What the user's settings call it.
  public var writer: String

  /// The model.
  public var model: String

  /// The day.
  public var date: String

  /// A mark from its parts.
  public init(writer: String, model: String, date: String) {
    self.writer = writer
    self.model = model
    self.date = date
  }
}

extension SectionKind {
  /// Where prose of a model stands in a section: in place of the first of these names of its template, the others being
  /// empty; nil where it stands before all that the template says.
  ///
  /// All else of a section (who owns it, commits, runs, lists) is as it is without a model.
  var proseNames: (first: String?, others: [String]) {
    switch self {
    case .summary: ("title", ["fix.summary"])
    case .rootCause: ("cause.mechanism", [])
    case .whyItProducedTheSymptom: ("cause.chain", [])
    case .fix: ("fix.reason", [])
    case .howItWasFound: (nil, ["repro.reliable_by", "tools.named"])
    case .whyItSlippedThrough: ("slipped.text", [])
    case .symptom, .validation, .actionItems, .evidence: (nil, [])
    }
  }
}

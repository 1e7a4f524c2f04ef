public import Casework
import Markdown
import Templates

/// The sections of a record, composed from facts: nothing is in them that no fact says.
public struct RecordDraft: Sendable {
  /// The sections that there are facts for, in the order of a record.
  public let sections: [(kind: SectionKind, body: String)]

  /// Those of them that hold prose of a model.
  public let writtenKinds: Set<SectionKind>

  /// A draft from facts whose gate is open and whose needs are met.
  ///
  /// - Throws: `RecordDraftError` where a template leaves a mandatory section empty, or a text would not stay within
  ///   its section.
  public init(_ facts: RecordFacts, templates: SectionTemplates) throws(RecordDraftError) {
    let values = RecordNames.values(of: facts)
    var sections: [(kind: SectionKind, body: String)] = []
    var writtenKinds: Set<SectionKind> = []
    for kind in SectionKind.allCases {
      var body =
        kind == .evidence ? EvidenceIndex(facts).text : templates.body(of: kind, with: values)
      if let prose = facts.written?.prose[kind], !body.isEmpty,
        let written = Self.body(of: kind, holding: prose, templates, values)
      {
        body = written
        writtenKinds.insert(kind)
      }
      if body.isEmpty {
        if kind.isMandatory { throw .emptySection(kind) }
        continue
      }
      try Self.expectOneSection(kind, body)
      sections.append((kind, body))
    }
    self.sections = sections
    self.writtenKinds = writtenKinds
  }

  /// The body of a section with prose of a model; nil where a team's template has no place for it.
  private static func body(
    of kind: SectionKind, holding prose: String, _ templates: SectionTemplates,
    _ values: [String: TemplateValue]
  ) -> String? {
    let (first, others) = kind.proseNames
    var values = values
    for name in others { values[name] = .text("") }
    if let first { values[first] = .text(prose) }
    let body = templates.body(of: kind, with: values)
    guard first != nil else { return body.isEmpty ? prose : "\(prose)\n\n\(body)" }
    guard prose.split(separator: "\n\n").allSatisfy({ body.contains($0) }) else { return nil }
    // A name that is empty leaves the space before it.
    return body.replacing("\(prose)  ", with: "\(prose) ")
  }

  /// A heading or an open fence in a fact would tear the record: it must stand between two sections as one.
  private static func expectOneSection(_ kind: SectionKind, _ body: String) throws(RecordDraftError) {
    let record = RecordDocument(Array("## \(kind.heading)\n\n## Behind it\n\nText.\n".utf8))
    do throws(RecordEditError) {
      _ = try record.replacing(record.sections[0], with: Array(body.utf8))
    } catch {
      if case .bodyHoldsHeading(let heading) = error { throw .holdsHeading(kind, heading) }
      throw .staysOpen(kind)
    }
  }
}

/// Why no draft can be made of some facts.
public enum RecordDraftError: Error, Sendable, Equatable {
  /// A template leaves a section empty that every record has.
  case emptySection(SectionKind)

  /// A fact of a section holds a heading, which would begin a section of its own.
  case holdsHeading(SectionKind, String)

  /// A fact of a section leaves something open, such as a code fence, that would swallow what follows.
  case staysOpen(SectionKind)
}

extension Case.Slipped.Category {
  /// The gap as a sentence.
  public var sentence: String {
    switch self {
    case .ciGap: "A gap in the automated tests."
    case .latentCode: "Latent code: it was right when it was written, and a later change elsewhere broke it."
    case .workloadGap: "A gap in the workloads: nothing that was run came this way."
    case .incompleteFix: "An earlier fix was incomplete."
    case .reviewMiss: "The review did not cover it."
    case .noGoodReason: "There was no good reason."
    }
  }
}

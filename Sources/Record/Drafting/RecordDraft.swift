public import Casework
import Markdown

/// The sections of a record, composed from facts: nothing is in them that no fact says.
public struct RecordDraft: Sendable {
  /// The sections that there are facts for, in the order of a record.
  public let sections: [(kind: SectionKind, body: String)]

  /// A draft from facts whose gate is open and whose needs are met.
  ///
  /// - Throws: `RecordDraftError` where a template leaves a mandatory section empty, or a text would not stay within
  ///   its section.
  public init(_ facts: RecordFacts, templates: SectionTemplates) throws(RecordDraftError) {
    let values = RecordNames.values(of: facts)
    var sections: [(kind: SectionKind, body: String)] = []
    for kind in SectionKind.allCases {
      let body =
        kind == .evidence ? EvidenceIndex(facts).text : templates.body(of: kind, with: values)
      if body.isEmpty {
        if kind.isMandatory { throw .emptySection(kind) }
        continue
      }
      try Self.expectOneSection(kind, body)
      sections.append((kind, body))
    }
    self.sections = sections
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

/// The rules of structure: what stands where in a record, and what each section has to name.
enum StructureRules {
  /// Each of them with the code that looks for it, in the order of a record.
  static let checks: [any StructureCheck.Type] = [
    FrontMatterCheck.self, MissingSectionCheck.self, SectionOrderCheck.self, RepeatedSectionCheck.self,
    UnknownSectionCheck.self, HeadingNameCheck.self, EmptySectionCheck.self, PlaceholderCheck.self,
    SummaryParagraphCheck.self, SummaryNamesCheck.self, SummaryAloneCheck.self, SymptomCheck.self,
    CauseIdentifierCheck.self, CauseMechanismCheck.self, FixReasonCheck.self, RejectedReasonCheck.self,
    SlippedCategoryCheck.self, ValidationEvidenceCheck.self, ValidationCoverageCheck.self,
    ActionPartsCheck.self, NoneAloneCheck.self, OpenQuestionCheck.self, ReleaseOrderCheck.self,
  ]

  /// The rules alone.
  static var all: [ReviewRule] { checks.map { $0.rule } }
}

/// A rule of structure and the code that holds a record against it.
protocol StructureCheck: SendableMetatype {
  static var rule: ReviewRule { get }

  static func findings(in reading: RecordReading) -> [Finding]
}

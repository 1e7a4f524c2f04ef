/// Why a record cannot be changed so: the change would alter more than it names.
public enum RecordEditError: Error, Sendable, Equatable {
  /// The new body holds a heading that would begin a section of its own.
  case bodyHoldsHeading(String)

  /// The new body leaves something open, such as a code fence, that would swallow what follows.
  case bodyStaysOpen

  /// What stands before the place leaves something open, such as a code fence, that would swallow the new section.
  case precedingTextStaysOpen

  /// The record has such a section already.
  case sectionExists(SectionKind)

  /// Without the section, what stands before and behind it would be read as something else.
  case neighboursWouldMerge

  /// The new front matter holds a line `---`, which would end it.
  case frontMatterHoldsFence
}

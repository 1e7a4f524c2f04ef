/// A rule of tone; the raw value is its id in reports.
public enum ToneRule: String, Sendable, CaseIterable {
  /// The author leaves open what the record is to state.
  case hedge

  /// A person, role or team is made the fault.
  case blame

  /// The text argues for something instead of saying what happened and what is next.
  case advocacy

  /// A cause is named by its kind, not by what happened under which condition.
  case vagueMechanism = "vague-mechanism"

  /// Who or what acted is missing, and it matters.
  case hiddenAgent = "hidden-agent"

  /// The text tells the search as a diary does.
  case narrative

  /// A word promises more than any evidence can hold.
  case overclaim

  /// Words that can go, or be fewer, without any loss.
  case filler

  /// A sentence of more words than one can hold.
  case longSentence = "long-sentence"

  /// A paragraph of more words than one reads in one go.
  case longParagraph = "long-paragraph"
}

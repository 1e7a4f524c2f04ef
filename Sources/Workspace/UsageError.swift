/// Why a well-formed call asks for nothing that can be done.
public enum UsageError: Error, Sendable, Equatable {
  /// No fix was named.
  case noFixNamed

  /// No repro was given.
  case noRepro

  /// A fix was named beside `--uncommitted`.
  case fixNamedTwice

  /// A number that must be at least one is not.
  case notPositive(String)

  /// A number that is larger than can be done.
  case tooMany(String, most: Int)

  /// The network is to be taken away on other machines.
  case offlineElsewhere

  /// The least number of runs is larger than the most.
  case boundsCrossed

  /// An empty pattern.
  case emptySymptom

  /// A text that names no variable.
  case notAVariable(String)

  /// A whole line was given where a program is wanted.
  case notOneProgram(String)

  /// An answer that names no section, or says nothing of it.
  case noSectionNamed(String)

  /// A text that is no fingerprint of a secret.
  case notAFingerprint(String)

  /// Nothing is to be kept.
  case emptyNote

  /// More than one thing is to be kept.
  case severalNotes

  /// A fix is named, and what has come since a revision is to be looked at, too.
  case offerOfTwoKinds

  /// A choice among the commands of a transcript, and the file is none.
  case onlyWithoutTranscript

  /// A state without the hypothesis that it is of.
  case noHypothesisNamed

  /// A ruling without the experiment that it is of.
  case noExperimentNamed

  /// `--of` or `--by` where it says nothing.
  case referenceWithoutUse

  /// Nothing that could be rendered is named, or more than that.
  case notWhatIsRendered

  /// A flag of a rendering that the target has no use for.
  case notForTarget(flag: String, target: String, targets: [String])

  /// Markdown that is to be rendered to Markdown.
  case markdownAlready

  /// Standard input is to be mended.
  case nothingToMend

  /// A flag that is of no use where nothing is run.
  case onlyWithRun(flag: String)

  /// A text that is no address of the web.
  case notAnAddress(String)

  /// A text that says of nobody that they may read a comment.
  case notAVisibility(String)

  /// A text that is no key of a ticket, and no address of one.
  case notATicket(String)

  /// What would be sent is to be shown, and nothing would be.
  case dryRunWithoutWriter
}

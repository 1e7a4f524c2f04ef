import Casework
import Markdown
import Record

/// Something of the code.
enum CauseIdentifierCheck: StructureCheck {
  static let rule = ReviewRule(
    "cause-identifier", .structure, .error, "a root cause that names nothing of the code",
    reason: """
      Identifiers are how a record is found again: by a stack trace, a diff, a search. A mechanism without the function \
      or field that it happens in cannot be checked.
      """,
    bad: [.init(.rootCause, "The file was closed twice when it was copied a second time.")],
    good: [
      .init(.rootCause, "`copy_file` closes the descriptor twice when `target` exists."),
      .init(.rootCause, "copy_file() closes the descriptor twice when the target exists."),
    ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.rootCause), let block = section.content.first else {
      return []
    }
    let hasCode = section.holds { kind in
      switch kind {
      case .code, .codeBlock: true
      default: false
      }
    }
    if hasCode || MechanismCheck.namesSomething(section.text) { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "The root cause names nothing of the code: which function, field, file or flag?")
    ]
  }
}

/// An event or a condition.
enum CauseMechanismCheck: StructureCheck {
  static let rule = ReviewRule(
    "cause-mechanism", .structure, .error, "a root cause that tells neither event nor condition",
    reason: "“There was a race in `f`” is a class of causes. Which code does what, and when, is a cause.",
    bad: [
      .init(.rootCause, "There was a race condition in `copy_file`."),
      .init(.rootCause, "`copy_file` was broken."),
      .init(.rootCause, "A regression in `copy_file`."),
    ],
    good: [
      .init(.rootCause, "`copy_file` leaks the descriptor of its target."),
      .init(.rootCause, "`copy_file` takes the lock after it reads `count`: two writers see the same value."),
      .init(.rootCause, "The race is in `copy_file`: it reads `count` before it takes the lock."),
    ])

  /// Words that only tell that something is wrong.
  private static let classes = WordList([
    "race", "races", "regression", "bug", "bugs", "issue", "issues", "problem", "problems", "broken", "wrong",
    "incorrect", "incorrectly", "faulty", "buggy", "error", "errors", "mistake", "defect", "corruption",
    "deadlock",
    "leak", "flaw", "flawed", "bad", "typo", "glitch", "failure", "misbehaves", "misbehaved",
    "misconfiguration",
  ])

  /// Words that tell when, or what then.
  private static let conditions = WordList([
    "when", "whenever", "if", "unless", "while", "until", "once", "after", "before", "because", "since", "as",
    "without",
    "never", "always", "only", "every", "each", "where", "during", "then", "so", "thus", "but", "instead",
    "twice",
    "again", "already", "still", "first", "second", "last", "than", "not", "no", "nothing", "nobody", "both",
    "which",
    "that", "whose", "although", "though", "yet", "both", "between", "even", "cannot", "doesn't", "didn't",
    "isn't",
    "wasn't", "don't", "aren't", "weren't", "for", "by", "with", "more", "less", "rather",
  ])

  /// From this many words on, a text is taken to tell something.
  private static let fewWords = 16

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.rootCause), let block = section.content.first else {
      return []
    }
    let prose = section.prose
    let hasBlocks = section.content.contains { $0.kind != .paragraph }
    guard !hasBlocks, !conditions.isIn(prose),
      let vague = prose.lazy.compactMap({ classes.first(in: $0) }).first,
      prose.reduce(0, { $0 + WordList.count(in: $1) }) < fewWords
    else { return [] }
    return [
      Finding(
        rule, reading.trimmed(block.enclosingRange),
        "“\(vague)” names a class of causes: which code does what, and under which condition?")
    ]
  }
}

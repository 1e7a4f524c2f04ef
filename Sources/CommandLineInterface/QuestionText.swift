import Casework
import Terminal
import Workspace

/// A question of the interview, as a person reads it.
struct QuestionText {
  private let question: InterviewQuestion
  private let width: Int

  init(_ question: InterviewQuestion, width: Int) {
    self.question = question
    self.width = min(width, 110)
  }

  /// The question.
  var lines: [StyledText] {
    var lines = ["", StyledText(question.field, [.bold, .cyan]) + StyledText(" (\(purpose))", .dim)]
    if let missing = question.missing { lines += wrapped(missing) }
    lines += wrapped(question.kind.help)
    if let known = question.known { lines += wrapped("There is: \(known)") }
    if let suggestion = question.suggestion { lines += wrapped("git suggests: \(suggestion) (= takes it)") }
    lines += wrapped("\(form) Enter skips, ? tells more, q leaves.", .dim)
    return lines
  }

  /// Why the last answer was refused, and what it was.
  var refusal: [StyledText] {
    guard let refused = question.refused else { return [] }
    return [StyledText("✗ ", .red) + StyledText(Sanitized(refused.reason).description)]
      + wrapped("You wrote: \(refused.text)", .dim)
      + wrapped("Type it anew, or e to change it in your editor.", .dim)
  }

  /// What `?` tells.
  var more: [StyledText] {
    wrapped(question.kind.help)
      + wrapped(form)
      + wrapped("Enter or - skips the question, and it is asked again next time.")
      + wrapped(question.suggestion.map { "= takes what git suggests: \($0)" } ?? "")
      + wrapped("e opens your editor; q or Ctrl-D leaves, what was answered is kept.")
      + wrapped("The same from a script: \(question.command)")
  }

  private var purpose: String {
    switch question.purpose {
    case .gate: "the gate is closed without it"
    case .standIn: "or, in place of that, somebody's word"
    case .record: "the record needs it"
    case .worth: "the record is better with it"
    }
  }

  /// How an answer is given.
  private var form: String {
    switch (question.kind.kind, question.kind.length) {
    case (.word(let words), _): "One of: \(words.joined(separator: ", "))."
    case (.flag, _): "true or false."
    case (.texts, _): "One line; several are parted by commas."
    case (.text, .line): "One line."
    case (.text, .lines): "Several lines, if they help; an empty line ends them."
    case (.text, .verbatim): "As it was printed; a line that holds only a dot ends it."
    }
  }

  private func wrapped(_ text: String, _ style: Style = []) -> [StyledText] {
    guard !text.isEmpty else { return [] }
    return Sanitized(text, keeping: .newlinesAndTabs, limit: 2000).description.lines(wrappedTo: width - 2).map
    {
      StyledText("  ") + StyledText($0, style)
    }
  }
}

import Declaration
import Terminal

extension CommandLineTool {
  /// An error in words: what is wrong, where, and the next step; lines end with line feeds.
  public func message(for error: CommandLineError) -> String {
    if error.fact == .missingOperation {
      if case .group(let group) = error.operation.flatMap(topic(named:)) {
        return GroupPage(self, group).summary
      }
      return OverviewPage(self).summary
    }
    let place = [name, error.operation].compactMap(\.self).joined(separator: " ")
    let (sentence, nextStep) = error.fact.words
    let hint = nextStep.map { " " + $0 } ?? ""
    return "\(place): \(sentence).\(hint)\nSee `\(place) --help`.\n"
  }
}

extension CommandLineError.Fact {
  /// What is wrong, as a sentence without its full stop, and the next step where it can be guessed.
  fileprivate var words: (sentence: String, nextStep: String?) {
    switch self {
    case .missingOperation:
      ("no operation was given", nil)
    case .unknownOperation(let name, let near):
      ("there is no operation \(name.quoted)", near?.asQuestion)
    case .unknownOption(let name, let near):
      ("there is no option \(name.quoted)", near?.asQuestion)
    case .misplacedOption(let name, let operation):
      ("\(name.quoted) belongs to an operation", "Write it behind the name: '\(operation) \(name.shown)'.")
    case .missingValue(let field, nil):
      ("\(field.spelling) takes \(field.expectation), but nothing follows", nil)
    case .missingValue(let field, let next?):
      (
        "\(field.spelling) takes \(field.expectation), but \(next.quoted) follows, which looks like an option",
        "If it is the value, write '\(field.spelling)=\(next.shown)'."
      )
    case .unexpectedValue(let field, let value):
      ("\(field.spelling) takes no value, but was given \(value.quoted)", nil)
    case .unexpectedArgument(let word):
      ("\(word.quoted) is one argument too many", nil)
    case .beforeTerminator(let word, let field):
      ("\(word.quoted) is one argument too many", "\(field.spelling) stands behind '--': '-- \(word.shown)'.")
    case .missingArgument(let field) where field.argumentParsing == .postTerminator:
      ("\(field.spelling) is missing behind '--': \(field.subject)", nil)
    case .missingArgument(let field):
      ("\(field.spelling) is missing: \(field.subject)", nil)
    case .missingOption(let field):
      ("\(field.spelling) <\(field.valueName)> is missing: \(field.subject)", nil)
    case .invalidValue(let field, let value, let near):
      ("\(field.spelling) takes \(field.expectation), not \(value.quoted)", near?.asQuestion)
    case .repeatedOption(let field, _, _) where field.kind == .flag:
      ("\(field.spelling) and --\(field.denial ?? "") contradict each other", "Give one of them.")
    case .repeatedOption(let field, let first, let second):
      ("\(field.spelling) is given twice, as \(first.quoted) and as \(second.quoted)", "Give it once.")
    }
  }
}

extension FieldDeclaration {
  /// The line of help as the end of a sentence.
  fileprivate var subject: String {
    guard !help.isEmpty else { return expectation }
    let text = help.hasSuffix(".") ? String(help.dropLast()) : help
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension String {
  /// What a person typed may hold anything, and may be very long.
  fileprivate var shown: String { Sanitized(self, limit: 80).description }
  fileprivate var quoted: String { "'\(shown)'" }
  fileprivate var asQuestion: String { "Did you mean \(quoted)?" }
}

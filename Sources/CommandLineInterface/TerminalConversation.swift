import Casework
import Network
import Terminal
import Workspace

/// The conversation of an operation with the person at the terminal: asked on standard error, answered on standard
/// input.
struct TerminalConversation: Sendable {
  private let console: Console
  private let capabilities: TerminalCapabilities
  private let input: LineInput

  /// - Parameter interrupt: a descriptor that can be read as soon as the person wishes to stop.
  init(console: Console, capabilities: TerminalCapabilities, interrupt: Int32) {
    self.console = console
    self.capabilities = capabilities
    input = LineInput(interrupt: interrupt)
  }

  var conversation: Conversation {
    Conversation(ask: ask, confirm: confirm, line: line, secret: secret, tell: tell)
  }

  // MARK: Questions

  @Sendable private func ask(_ question: InterviewQuestion) throws -> InterviewAnswer {
    let text = QuestionText(question, width: capabilities.width)
    show(question.refused == nil ? text.lines : text.refusal)
    while true {
      prompt("\(question.field)> ")
      guard let first = try line() else { return .leave }
      let isPasted = input.isMoreWaiting()
      switch first.filter({ !$0.isWhitespace }) {
      case "" where isPasted: continue
      case "", "-": return .skip
      case "q": return .leave
      case "?": show(text.more)
      case "e": return .inEditor
      case "=" where question.suggestion != nil: return .text(question.suggestion ?? "")
      default:
        if isPasted, question.kind.length == .line {
          // Else they would be taken for the answers to what is asked next.
          while input.isMoreWaiting(), try line() != nil {}
          tell(.note("Several lines came at once, where one is asked for: none of them was taken."))
          continue
        }
        if let answer = try rest(of: question, after: first) { return .text(answer) }
      }
    }
  }

  /// The whole answer that begins with a line; nil where the terminal may have cut it.
  private func rest(of question: InterviewQuestion, after first: String) throws -> String? {
    var lines = [first]
    if question.kind.length != .line {
      while true {
        prompt("\(String(repeating: " ", count: question.field.utf8.count))| ")
        // What was typed before the end of the input is an answer.
        guard let next = try line(), next != "." else { break }
        // An empty line within a text that is pasted is not its end.
        if next.isEmpty, question.kind.length == .lines, !input.isMoreWaiting() { break }
        lines.append(next)
      }
      while lines.last?.isEmpty == true { lines.removeLast() }
    }
    guard lines.allSatisfy({ $0.utf8.count < LineInput.longestLine }) else {
      tell(
        .note(
          "A line is so long that the terminal may have cut it. Type e to write the answer in your editor."))
      return nil
    }
    return lines.joined(separator: "\n")
  }

  @Sendable private func confirm(_ news: String, _ question: String) throws -> Bool {
    tell(.note(news))
    while true {
      prompt("\(question) [y/n] ")
      switch try line()?.lowercased() {
      case "y", "yes", "": return true
      case "n", "no", nil: return false
      default: continue
      }
    }
  }

  @Sendable private func line(_ question: String, _ suggestion: String?) throws -> String? {
    prompt(suggestion.map { "\(question) [\(Sanitized($0))] " } ?? "\(question) ")
    guard let typed = try line() else { return nil }
    let answer = Self.withoutBlanksAround(typed)
    return answer.isEmpty ? suggestion ?? "" : answer
  }

  @Sendable private func secret(_ question: String) throws -> Secret? {
    let typed = input.nextHidden { prompt("\(question) ") }
    // The terminal has not shown the end of the line either.
    console.tell("\n")
    switch typed {
    case .line(let text):
      let secret = Secret(Self.withoutBlanksAround(text))
      return secret.isEmpty ? nil : secret
    case .end: return nil
    case .interrupted: throw ConversationInterrupted()
    }
  }

  private static func withoutBlanksAround(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  @Sendable private func tell(_ news: ConversationNews) {
    switch news {
    case .note(let text): show([StyledText(Sanitized(text, keeping: .newlinesAndTabs).description)])
    case .stored(let state):
      let found = state.found.map(CaseStateText.row)
      show(
        [StyledText("✓ ", .green) + StyledText("\(Sanitized(state.set.joined(separator: ", "))) is set.")]
          + Table(found).lines(indent: 2, width: capabilities.width) + MaskedText(state.masked ?? []).lines)
    case .command(let why, let line):
      show([
        "", StyledText(Sanitized(why).description), StyledText("→ \(Sanitized(line))", .cyan),
      ])
    }
  }

  private func line() throws -> String? { try input.answer(on: console) }

  private func prompt(_ text: String) {
    console.tell(StyledText(text, .bold).rendered(color: capabilities.usesColor))
  }

  private func show(_ lines: [StyledText]) {
    console.tell(lines.map { $0.rendered(color: capabilities.usesColor) + "\n" }.joined())
  }
}

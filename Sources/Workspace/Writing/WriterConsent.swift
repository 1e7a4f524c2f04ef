import Delivery
import Storage

/// Where a person has agreed that facts of cases are sent: kept in the user's own state, one line a destination.
struct WriterConsent {
  private let lines: AppendedLines

  /// The words that agree.
  private static let words = ["yes", "send it", "go ahead"]

  /// - Throws: `StateDirectoryError`; `ApprovalStoreError.notPrivate` where others could have written it; `FileError`.
  init(environment: [String: String], outside root: String) throws {
    let state = try StateDirectory(environment: environment, outside: root)
    try FileTree.makeDirectory(state.path)
    guard FileTree.isPrivateDirectory(state.path) else {
      throw ApprovalStoreError.notPrivate(path: state.path)
    }
    let path = "\(state.path)/writers"
    guard FileTree.size(path) == nil || FileTree.isPrivateFile(path) else {
      throw ApprovalStoreError.notPrivate(path: path)
    }
    lines = AppendedLines(path)
  }

  /// Whether a person has agreed to a destination.
  func isGiven(for destination: String) throws -> Bool {
    try lines.read().contains {
      (try? JSONText.decode(Line.self, from: Array($0)))?.destination == destination
    }
  }

  /// Asks for it at the terminal, once for a destination.
  ///
  /// - Throws: `WriterConsentNeeded` where there is none to ask at, or anything but yes is typed;
  ///   `ConversationInterrupted`.
  func ask(for sheet: WriterSheet, command: String, at signOff: SignOff?) throws {
    guard let signOff else { throw WriterConsentNeeded(sheet.destination, command: command, answer: nil) }
    signOff.showSending(sheet)
    let answer = try signOff.ask(
      """
      Send the facts above to \(sheet.destination)?
      It is asked once: facts of other cases go there too, whenever you name this writer. yes sends them; anything else \
      sends nothing:
      """)
    let typed = (answer ?? "").lowercased().filter { !$0.isNewline }
    guard Self.words.contains(typed.split(separator: " ").joined(separator: " ")) else {
      throw WriterConsentNeeded(sheet.destination, command: command, answer: answer ?? "")
    }
    try lines.append(JSONText.encode(Line(destination: sheet.destination, at: CaseDesk.now())))
  }

  private struct Line: Codable {
    var destination: String
    var at: String
  }
}

/// Nobody has agreed that facts are sent to a destination.
struct WriterConsentNeeded: Error {
  var destination: String

  /// What a person calls at a terminal.
  var command: String

  /// What was typed; nil where there was nobody to ask.
  var answer: String?

  init(_ destination: String, command: String, answer: String?) {
    (self.destination, self.command, self.answer) = (destination, command, answer)
  }
}

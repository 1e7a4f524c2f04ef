import Rendering
import Terminal
import Workspace

/// Asks a person to sign, at the terminal itself: what is piped or redirected is neither asked nor shown anything.
struct SignOffTerminal: Sendable {
  private let terminal: ControllingTerminal
  private let console: Console
  private let capabilities: TerminalCapabilities
  private let interrupt: Int32

  /// nil where there is no terminal to ask at.
  init?(environment: [String: String], color: ColorChoice, interrupt: Int32) {
    guard let terminal = ControllingTerminal() else { return nil }
    self.terminal = terminal
    self.interrupt = interrupt
    console = Console(output: terminal.descriptor, error: terminal.descriptor)
    capabilities = TerminalCapabilities(
      isTerminal: true, environment: environment, color: color,
      columns: Console.columns(of: terminal.descriptor))
  }

  var signOff: SignOff {
    SignOff(height: terminal.rows, show: show, showPayload: showPayload, showSending: showSending, ask: ask)
  }

  @Sendable private func show(_ sheet: SignOffSheet) {
    console.tell(SignOffText(sheet, capabilities).page.text)
  }

  @Sendable private func showPayload(_ payload: [UInt8]) {
    let text = Sanitized(String(decoding: payload, as: UTF8.self), keeping: .newlinesAndTabs).description
    console.tell(StyledText("Payload\n", .bold).rendered(color: capabilities.usesColor) + text + "\n\n")
  }

  @Sendable private func showSending(_ sheet: WriterSheet) {
    var page = Page(for: capabilities)
    for line in WriterSheetText(sheet, width: page.width).lines { page.add(line) }
    console.tell(page.text)
  }

  @Sendable private func ask(_ question: String) throws -> String? {
    terminal.forgetTyped()
    console.tell(StyledText("\(question) ", .bold).rendered(color: capabilities.usesColor))
    // What was typed while another program had the terminal is no answer either: each question has lines of its own.
    return try LineInput(descriptor: terminal.descriptor, interrupt: interrupt).answer(on: console)
  }
}

/// What is to be signed, as a page.
struct SignOffText {
  private let sheet: SignOffSheet
  private let terminal: TerminalCapabilities

  init(_ sheet: SignOffSheet, _ terminal: TerminalCapabilities) {
    self.sheet = sheet
    self.terminal = terminal
  }

  var page: Page {
    var page = Page(for: terminal)
    let rule = StyledText(String(repeating: "─", count: page.width), .dim)
    page.add(
      Table(sheet.facts.map { Table.Row(StyledText($0.name, .bold), Sanitized($0.text).description) }))
    for warning in sheet.warnings {
      for line in "! \(Sanitized(warning))".lines(wrappedTo: page.width) {
        page.add(StyledText(line, .yellow))
      }
    }
    page.add(rule)
    switch sheet.drawing {
    case .document(let document):
      for line in ADFText(document, width: page.width, usesColor: terminal.usesColor).lines { page.add(line) }
    case .markup(let text):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        page.add(StyledText(Sanitized(String(line), keeping: .newlinesAndTabs).description))
      }
    }
    page.add(rule)
    return page
  }
}

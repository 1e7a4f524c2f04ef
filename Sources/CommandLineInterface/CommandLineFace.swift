import Storage
import Casework
public import Declaration
import Origin
import Proof
import Rendering
public import Terminal
public import Workspace

/// The command line as a face: reads the words, runs the operation, shows the result, and gives the exit status.
public struct CommandLineFace: Sendable {
  let tool: CommandLineTool
  let console: Console
  let environment: [String: String]

  /// A face of `tool`.
  public init(tool: CommandLineTool, console: Console, environment: [String: String]) {
    self.tool = tool
    self.console = console
    self.environment = environment
  }

  /// Does what the words ask for.
  ///
  /// - Parameters:
  ///   - workspace: makes the workspace for a directory that the user named, or for the current one; nil where that
  ///     directory does not exist.
  ///   - serve: carries out an operation that has no result, but goes on until somebody else ends it; nil where
  ///     it is none of those.
  public func run(
    _ words: [String], workspace: (_ directory: String?) -> Workspace?,
    serve: (any Operation, GlobalOptions) -> ExitStatus? = { _, _ in nil }
  ) -> ExitStatus {
    let invocation: Invocation
    do {
      invocation = try tool.parse(words, for: capabilities(of: 1, color: .auto))
    } catch {
      return refuse(error, inJSON: words.prefix { $0 != "--" }.contains("--json"))
    }
    switch invocation {
    case .help(let text), .text(let text): return write(text)
    case .version(let line): return write("\(line)\n")
    case .run(let operation, let options):
      if let status = serve(operation, options) { return status }
      guard let operation = operation as? any WorkspaceOperation else {
        preconditionFailure("Every operation of the tool can be carried out in a workspace.")
      }
      guard var workspace = workspace(options.directory) else {
        let failure = Failure.noDirectory(options.directory ?? ".")
        return refuse(failure, options)
      }
      return perform(operation, in: &workspace, options)
    }
  }

  private func perform(
    _ operation: some WorkspaceOperation, in workspace: inout Workspace, _ options: GlobalOptions
  ) -> ExitStatus {
    let progress = RunProgressText(
      console: console, capabilities: capabilities(of: 2, color: options.color), isQuiet: options.quiet)
    if Console.isTerminal(0), Console.isTerminal(2) {
      workspace.conversation =
        TerminalConversation(
          console: console, capabilities: capabilities(of: 2, color: options.color),
          interrupt: workspace.interruptDescriptor
        ).conversation
    }
    workspace.signOff =
      SignOffTerminal(
        environment: environment, color: options.color, interrupt: workspace.interruptDescriptor
      )?.signOff
    workspace.observe = { event in
      switch event {
      case .proof(let event): progress.show(event)
      case .experiment(.printed(let bytes)): if !options.quiet { console.pass(bytes) }
      case .waiting(let wait):
        // Who reads what is kept of us has no use for it; who sits there wonders.
        if !options.quiet, Console.isTerminal(2) { console.tell(TrackerWaitText(wait).line) }
      case .origin(.searching(let event)): progress.show(event)
      case .origin: break
      case .writer(let event):
        let text = WriterEventText(event, width: capabilities(of: 2, color: options.color).width)
        if !options.quiet { console.tell(joined(text.lines, capabilities(of: 2, color: options.color))) }
      }
    }
    do {
      let output = try operation.run(in: workspace)
      progress.finish()
      let status = type(of: operation).exitStatus(of: output)
      let outcome = options.json ? write(try json(output)) : show(output, options)
      if let report = output as? RenderReport, !options.json {
        console.tell(joined(RenderText(report).remarks, capabilities(of: 2, color: options.color)))
      }
      return outcome == .succeeded ? status : outcome
    } catch {
      progress.finish()
      return refuse(Failure(error), options)
    }
  }

  private func show(_ output: some Sendable, _ options: GlobalOptions) -> ExitStatus {
    let terminal = capabilities(of: 1, color: options.color)
    if let file = fileShown(by: output, at: terminal) {
      return told(terminal.showsPages ? console.write(FileText(file).text) : console.write(file))
    }
    let masked = (output as? any MaskingResult)?.masked ?? []
    return write(text(of: output, terminal) + joined(MaskedText(masked).lines, terminal))
  }

  /// What a file holds, where that is all there is to show.
  private func fileShown(by output: some Sendable, at terminal: TerminalCapabilities) -> [UInt8]? {
    switch output {
    case let list as TemplateList: list.bytes
    case let record as ShownRecord: record.isPlain || !terminal.showsPages ? record.bytes : nil
    case let report as RenderReport: report.text?.bytes ?? []
    case let bundle as HandOffBundle: Array(bundle.markdown.utf8)
    case let report as PostReport: report.showsPayload ? report.payload : nil
    case let report as CheckReport: try? report.file
    case let report as OriginReport: try? report.file
    case let pages as RulePages: pages.isMarkdown ? Array(pages.markdown.utf8) : nil
    default: nil
    }
  }

  private func text(of output: some Sendable, _ terminal: TerminalCapabilities) -> String {
    switch output {
    case let report as ProofReport:
      return ProofReportText(report, width: terminal.width).text(color: terminal.usesColor)
    case let report as OriginReport: return joined(OriginText(report, width: terminal.width).lines, terminal)
    case let state as CaseState: return joined(CaseStateText(state, width: terminal.width).lines, terminal)
    case let report as InterviewReport:
      return joined(InterviewText(report, width: terminal.width).lines, terminal)
    case let report as EditReport: return joined(EditText(report, width: terminal.width).lines, terminal)
    case let report as DraftReport: return joined(DraftText(report, width: terminal.width).lines, terminal)
    case let list as TemplateList:
      return joined(TemplatesText(list, width: terminal.width).lines, terminal)
    case let report as CheckReport: return joined(CheckText(report, width: terminal.width).lines, terminal)
    case let report as ClaimsReport: return joined(ClaimsText(report, width: terminal.width).lines, terminal)
    case let report as SearchReport: return joined(SearchText(report, width: terminal.width).lines, terminal)
    case let report as RecallReport: return joined(RecallText(report, width: terminal.width).lines, terminal)
    case let pages as RulePages: return joined(RulePagesText(pages, width: terminal.width).lines, terminal)
    case let list as RuleList: return joined(RuleListText(list, width: terminal.width).lines, terminal)
    case let report as RuleTestReport:
      return joined(RuleTestText(report, width: terminal.width).lines, terminal)
    case let record as ShownRecord: return RecordText(record, terminal).page.text
    case let report as PreviewReport: return PreviewText(report, terminal).page.text
    case let report as PostReport: return joined(PostText(report, width: terminal.width).lines, terminal)
    case let report as SignReport: return joined(SignText(report, width: terminal.width).lines, terminal)
    case let report as DeliveriesReport:
      return joined(DeliveriesText(report, width: terminal.width).lines, terminal)
    case let report as GateReport: return joined(GateText(report, width: terminal.width).lines, terminal)
    case let addition as LedgerAddition:
      return joined(LedgerAdditionText(addition, width: terminal.width).lines, terminal)
    case let report as LedgerReport:
      return joined(LedgerText(report, width: terminal.width).lines, terminal)
    case let report as JiraLoginReport:
      return joined(JiraLoginText(report, width: terminal.width).lines, terminal)
    case let report as JiraStatusReport:
      return joined(JiraStatusText(report, width: terminal.width).lines, terminal)
    case let report as JiraLogoutReport: return joined(JiraLogoutText(report).lines, terminal)
    case let report as SkillReport: return joined(SkillText(report, width: terminal.width).lines, terminal)
    case let report as OfferReport: return joined(OfferText(report, width: terminal.width).lines, terminal)
    case let report as HookReport: return joined(HookText(report).lines, terminal)
    case let report as DoctorReport: return joined(DoctorText(report, width: terminal.width).lines, terminal)
    default: preconditionFailure("Every result of an operation has a text.")
    }
  }

  private func joined(_ lines: [StyledText], _ terminal: TerminalCapabilities) -> String {
    lines.reduce(into: "") { $0 += $1.rendered(color: terminal.usesColor) + "\n" }
  }

  private func json(_ output: some Encodable) throws -> String {
    String(decoding: try JSONText.encodePretty(output), as: UTF8.self) + "\n"
  }

  private func refuse(_ error: CommandLineError, inJSON: Bool) -> ExitStatus {
    let message = tool.message(for: error)
    if inJSON {
      write(ErrorDocument(error: .init(code: "usage", message: message, remedy: ""), exitStatus: 2).text)
    }
    console.tell(message.hasSuffix("\n") ? message : "\(message)\n")
    return .usage
  }

  private func refuse(_ failure: Failure, _ options: GlobalOptions) -> ExitStatus {
    if options.json {
      write(
        ErrorDocument(
          error: .init(code: failure.code, message: failure.message, remedy: failure.remedy),
          exitStatus: failure.status.rawValue
        ).text)
    }
    let terminal = capabilities(of: 2, color: options.color)
    var text =
      StyledText("error: ", [.bold, .red])
      + StyledText(Sanitized(failure.message, keeping: .newlinesAndTabs).description)
    if !failure.remedy.isEmpty {
      text += StyledText("\n  ") + StyledText(Sanitized(failure.remedy).description)
    }
    console.tell(text.rendered(color: terminal.usesColor) + "\n")
    return failure.status
  }

  /// A reader that has gone away (`| head`) is no failure of ours; a full disk is.
  @discardableResult
  private func write(_ text: String) -> ExitStatus {
    told(console.write(text))
  }

  private func told(_ outcome: WriteOutcome) -> ExitStatus {
    switch outcome {
    case .written, .closed: return .succeeded
    case .failed:
      console.tell("error: Standard output cannot be written.\n")
      return .failed
    }
  }

  private func capabilities(of descriptor: Int32, color: ColorChoice) -> TerminalCapabilities {
    TerminalCapabilities(
      isTerminal: Console.isTerminal(descriptor), environment: environment, color: color,
      // A page that goes through a pager is seen in the terminal that messages go to.
      columns: Console.columns(of: descriptor) ?? (color == .always ? Console.columns(of: 2) : nil))
  }
}

/// An error as one JSON document, for callers that asked for JSON.
private struct ErrorDocument: Encodable {
  struct Content: Encodable {
    var code: String
    var message: String
    var remedy: String
  }

  var error: Content
  var exitStatus: Int32

  var text: String {
    ((try? JSONText.encodePretty(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}

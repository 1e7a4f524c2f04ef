public import JSONRPC
import Record
import Storage
public import Subprocess
import Synchronization
import Terminal
import Workspace

/// Records while they are written: a face that speaks the Language Server Protocol 3.17 over a pair of descriptors.
///
/// It shows what `check` and `claims` find and adds nothing. One thread reads and applies edits in their order; another
/// holds the newest text against structure and tone; git is asked on further ones, and nothing waits for it.
public final class LanguageServer: Sendable {
  /// Where in its life the server is.
  enum Phase: Sendable {
    case new
    case ready
    case shutDown
  }

  struct State {
    var phase = Phase.new
    var client = EditorClient([:])
    var documents: [String: OpenDocument] = [:]
    var calls: [RequestID: PendingCall] = [:]

    /// What ends the wait for a pause in the typing, by document.
    var pauses: [String: InterruptSwitch] = [:]

    /// Documents whose names are to be looked up again, known or not.
    var saved: Set<String> = []

    /// Documents whose names are looked up now, and those of them that are to be looked up once more behind that.
    var searching: Set<String> = []
    var owed: Set<String> = []

    /// How often the client was told to ask for diagnostics again.
    var refreshes = 0

    /// What the user was told of, so that it is said once.
    var told: Set<String> = []
  }

  let settings: LanguageServerSettings
  let state = Mutex(State())
  let writer: FrameWriter
  let reviews: ReviewShelf
  private let streams: StandardStreams

  /// Is turned when the client has gone.
  let closing: InterruptSwitch

  /// What answers questions.
  private let answerers: Workers

  /// What holds texts against structure and tone, one after the other.
  let reviewer: Workers

  /// What waits for a pause, and looks names up.
  let searchers: Workers

  /// The documents that diagnostics were shown for; held while some are written.
  let published = Mutex<Set<String>>([])

  /// The page of the rules, once it is written.
  let rulePages = Mutex<RulePageFile?>(nil)

  /// A server over two descriptors; nothing is read before `run`.
  ///
  /// - Throws: `SubprocessError` where the system refuses.
  public init(_ settings: LanguageServerSettings, over streams: StandardStreams) throws(SubprocessError) {
    self.settings = settings
    self.streams = streams
    writer = FrameWriter(descriptor: streams.output, framing: .header)
    closing = try InterruptSwitch()
    reviews = ReviewShelf(environment: settings.environment, interrupt: closing.interrupt)
    answerers = try Workers(limit: 2)
    reviewer = try Workers(limit: 1)
    searchers = try Workers(limit: 4)
  }

  /// Serves until the client says `exit` or has gone, or `interrupt` comes.
  ///
  /// - Returns: whether it ended as it should: by `exit` after `shutdown`, or by `interrupt`.
  public func run(until interrupt: Interrupt) -> Bool {
    var reader = HeaderFrameReader(descriptor: streams.input, interrupts: [interrupt])
    defer { windUp() }
    while true {
      switch reader.next() {
      case .end: return interrupt.hasCome || state.withLock { $0.phase == .shutDown }
      case .tooLong: refuse(nil, ProtocolFault(.unparsable, "The message is too long."))
      case .malformed(let words): refuse(nil, ProtocolFault(.unparsable, words))
      case .message(let bytes):
        guard let message = IncomingMessage(bytes) else {
          refuse(nil, ProtocolFault(.unparsable, "An empty message."))
          continue
        }
        if case .notification("exit", _) = message { return state.withLock { $0.phase == .shutDown } }
        handle(message, &reader)
      }
    }
  }

  private func windUp() {
    writer.end()
    // It ends what was started for this server; the process may have more.
    closing.turn()
    answerers.end()
    reviewer.end()
    searchers.end()
  }

  // MARK: What comes

  private func handle(_ message: IncomingMessage, _ reader: inout HeaderFrameReader) {
    switch message {
    case .fault(let fault, let id): refuse(id, fault)
    case .answer: break
    case .notification(let method, let parameters):
      if state.withLock({ $0.phase == .ready }) { note(method, parameters) }
    case .request(let id, let method, let parameters):
      do throws(ProtocolFault) {
        switch (state.withLock { $0.phase }, method) {
        case (.new, "initialize"):
          let answer = initialize(parameters)
          // Whoever has the answer may end at once: then it has to be watched already.
          watchParent(&reader)
          writer.respond(to: id, answer)
        case (.new, _): throw ProtocolFault(.notInitialized, "`initialize` comes first.")
        case (.ready, "shutdown"):
          state.withLock { $0.phase = .shutDown }
          writer.respond(to: id, .nothing)
        case (.ready, "initialize"): throw ProtocolFault(.invalidRequest, "This was initialized already.")
        case (.ready, _): try begin(id, method, parameters)
        case (.shutDown, _): throw ProtocolFault(.invalidRequest, "This was shut down: only `exit` follows.")
        }
      } catch {
        refuse(id, error)
      }
    }
  }

  /// A client that crashes may leave its end of the pipe to a child of its own.
  ///
  /// A number that is none here is that of another machine or container.
  private func watchParent(_ reader: inout HeaderFrameReader) {
    guard let process = state.withLock({ $0.client.process }), let end = Interrupt.ending(process: process)
    else { return }
    reader.end(with: end)
  }

  private func begin(_ id: RequestID, _ method: String, _ parameters: [String: JSONTree])
    throws(ProtocolFault)
  {
    guard let question = Question(method) else {
      throw ProtocolFault(.unknownMethod, "There is no method \(Sanitized(method, limit: 100)).")
    }
    guard let address = parameters["textDocument"]?["uri"].text else {
      throw ProtocolFault(.invalidParameters, "`textDocument` must name a document.")
    }
    let call = PendingCall()
    // The text as it is now: what is typed while the answer is made is not asked about.
    let (document, isNew) = state.withLock { state in
      let isNew = state.calls[id] == nil
      if isNew { state.calls[id] = call }
      return (state.documents[address], isNew)
    }
    guard isNew else {
      throw ProtocolFault(.invalidRequest, "Another request of this `id` is under way.")
    }
    answerers.run { [self] in
      let outcome = outcome(of: question, document, parameters, call)
      state.withLock { $0.calls[id] = nil }
      switch outcome {
      case .success(let result): writer.respond(to: id, result)
      case .failure(let fault): refuse(id, fault)
      }
    }
  }

  private func outcome(
    of question: Question, _ document: OpenDocument?, _ parameters: [String: JSONTree], _ call: PendingCall
  ) -> Result<JSONTree, ProtocolFault> {
    if call.isCancelled { return .failure(ProtocolFault(.cancelled, "Cancelled.")) }
    guard let document, let reading = reading(of: document), question.isAbout(reading) else {
      return .success(question.nothing)
    }
    if case .diagnostics = question { tellFault(of: reading.review) }
    do throws(ProtocolFault) {
      return .success(try question.answer(reading, parameters))
    } catch {
      return .failure(error)
    }
  }

  func refuse(_ id: RequestID?, _ fault: ProtocolFault) { writer.write(fault.response(to: id)) }

  // MARK: What we say of ourselves

  private func initialize(_ parameters: [String: JSONTree]) -> JSONTree {
    let client = EditorClient(parameters)
    state.withLock { state in
      state.client = client
      state.phase = .ready
    }
    reviewer.run { [self] in
      let pages = RulePageFile(version: settings.version, environment: settings.environment)
      rulePages.withLock { $0 = pages }
    }
    var capabilities: [String: JSONTree] = [
      "positionEncoding": .text(client.encoding.rawValue),
      "textDocumentSync": .object([
        "openClose": .flag(true), "change": .whole(2), "save": .object(["includeText": .flag(false)]),
      ]),
      "hoverProvider": .flag(true), "documentSymbolProvider": .flag(true),
      "codeActionProvider": .object([
        "codeActionKinds": .list(ActionKind.allCases.map { .text($0.rawValue) })
      ]),
      "completionProvider": .object(["triggerCharacters": .list([.text("`"), .text("/")])]),
    ]
    // A client that was told of this and is sent diagnostics, too, would show each twice.
    if client.asksForDiagnostics {
      capabilities["diagnosticProvider"] = .object([
        "identifier": .text(settings.name), "interFileDependencies": .flag(false),
        "workspaceDiagnostics": .flag(false),
      ])
    }
    return .object([
      "serverInfo": .object(["name": .text(settings.name), "version": .text(settings.version)]),
      "capabilities": .object(capabilities),
    ])
  }

  /// Tells the user something, once.
  func tell(_ words: String) {
    guard state.withLock({ $0.told.insert(words).inserted }) else { return }
    writer.notify("window/showMessage", .object(["type": .whole(2), "message": .text(words)]))
  }

  /// Writes something to the client's log.
  func log(_ words: String) {
    writer.notify("window/logMessage", .object(["type": .whole(2), "message": .text(words)]))
  }
}

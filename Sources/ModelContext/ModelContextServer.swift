public import JSONRPC
import Storage
public import Subprocess
import Synchronization
import Terminal

/// The operations for coding agents: a face that speaks the Model Context Protocol over a pair of descriptors.
///
/// It does what the command line does and adds nothing: each tool is one operation, or two that belong together.
public final class ModelContextServer: Sendable {
  /// What changes while it serves.
  struct State {
    /// The client of the handshake; nil where there was none.
    var handshake: Client?

    /// The requests that are being answered.
    var calls: [RequestID: Call] = [:]

    /// What we asked the client and it has not answered yet, by our numbers.
    var questions: [RequestID: Question] = [:]

    /// How many questions were asked.
    var asked: Int64 = 0

    /// How many calls are worked on, or wait for their turn.
    var working = 0

    /// Whether the client has gone.
    var isClosing = false

    /// The first of the client's directories, once it was asked; nil inside where it names none.
    var root: String??
  }

  let settings: ServerSettings
  let state = Mutex(State())
  let writer: FrameWriter
  let signOffs = PendingSignOffs()
  private let streams: StandardStreams

  /// Is turned when the client has gone and nothing is worked on any more.
  private let idle: InterruptSwitch

  /// What reads, and asks git this and that.
  private let workers: Workers

  /// What runs the user's commands, one at a time: two proofs at once would take each other's time.
  private let commandWorker: Workers

  /// A server over two descriptors; nothing is read before `run`.
  ///
  /// - Throws: `SubprocessError` where the system refuses.
  public init(_ settings: ServerSettings, over streams: StandardStreams) throws(SubprocessError) {
    self.settings = settings
    self.streams = streams
    writer = FrameWriter(descriptor: streams.output, framing: .line)
    idle = try InterruptSwitch()
    workers = try Workers(limit: 32)
    commandWorker = try Workers(limit: 1)
  }

  /// Serves until the client has gone, or `interrupt` comes; what is under way then is cancelled.
  ///
  /// Programs that do not end by that are left to whoever owns the process: it may have started others.
  public func run(until interrupt: Interrupt) {
    var reader = LineFrameReader(descriptor: streams.input, interrupt: interrupt)
    reading: while true {
      switch reader.next() {
      case .end: break reading
      case .tooLong: refuse(nil, ProtocolFault(.unparsable, "The message is too long."))
      case .malformed(let words): refuse(nil, ProtocolFault(.unparsable, words))
      case .message(let line): IncomingMessage(line).map(handle)
      }
    }
    windUp()
  }

  /// Has all that is under way end, and waits for it a little: a client waits two seconds before it kills.
  private func windUp() {
    let (calls, isIdle) = state.withLock { state in
      state.isClosing = true
      for question in state.questions.values { question.answer(with: nil) }
      return (Array(state.calls.values), state.working == 0)
    }
    for call in calls { call.cancel() }
    if !isIdle { _ = Interrupt.first(of: [idle.interrupt], within: .seconds(1)) }
    workers.end()
    commandWorker.end()
  }

  // MARK: What comes

  private func handle(_ message: IncomingMessage) {
    switch message {
    case .fault(let fault, let id): refuse(id, fault)
    case .answer(let id, let result):
      let question = state.withLock { $0.questions.removeValue(forKey: id) }
      question?.answer(with: result)
    case .notification(let method, let parameters):
      // All others say what makes no difference here.
      switch method {
      case "notifications/cancelled":
        let id = parameters["requestId"].flatMap { RequestID($0) }
        let call = id.flatMap { id in state.withLock { $0.calls.removeValue(forKey: id) } }
        call?.cancel()
      case "notifications/roots/list_changed": state.withLock { $0.root = nil }
      default: break
      }
    case .request(let id, "initialize", let parameters): shakeHands(id, parameters)
    case .request(let id, let method, let parameters):
      do {
        try begin(id, method, parameters)
      } catch let fault as ProtocolFault {
        refuse(id, fault)
      } catch {
        refuse(id, ProtocolFault(.internalError, "The system refuses: \(error)."))
      }
    }
  }

  private func begin(_ id: RequestID, _ name: String, _ parameters: [String: JSONTree]) throws {
    let client = try client(of: name, parameters)
    guard let method = Method(named: name, parameters, in: client.revision) else {
      throw ProtocolFault(.unknownMethod, "There is no method \(Sanitized(name, limit: 100)).")
    }
    let call = Call(id, parameters: parameters, client: client)
    let isNew = state.withLock { state in
      guard state.calls[id] == nil else { return false }
      state.calls[id] = call
      state.working += 1
      return true
    }
    guard isNew else { throw ProtocolFault(.invalidRequest, "Another request of this `id` is under way.") }
    switch method.lane {
    case .atOnce: answer(call, by: method)
    case .worker: workers.run { [self] in answer(call, by: method) }
    case .commandWorker: commandWorker.run { [self] in answer(call, by: method) }
    }
  }

  private func answer(_ call: Call, by method: Method) {
    defer {
      let isLast = state.withLock { state in
        state.working -= 1
        return state.isClosing && state.working == 0
      }
      if isLast { idle.turn() }
    }
    do {
      // It may have been cancelled while it waited for its turn.
      if method.lane != .atOnce { guard try call.begin() else { return } }
      guard let result = try method.answer(call, self) else { return }
      finish(call, .success(result))
    } catch let fault as ProtocolFault {
      finish(call, .failure(fault))
    } catch {
      finish(call, .failure(ProtocolFault(.internalError, "An error that nobody foresaw: \(error).")))
    }
  }

  // MARK: What goes

  /// Answers a request, unless the client has taken it back.
  private func finish(_ call: Call, _ outcome: Result<[String: JSONTree], ProtocolFault>) {
    let isWanted = state.withLock { state in
      guard state.calls[call.id] === call else { return false }
      state.calls[call.id] = nil
      return true
    }
    guard isWanted else { return }
    switch outcome {
    case .failure(let fault): refuse(call.id, fault)
    case .success(let result): respond(call.id, completed(result, for: call.client.revision))
    }
  }

  func respond(_ id: RequestID, _ result: [String: JSONTree]) {
    writer.respond(to: id, .object(result))
  }

  private func refuse(_ id: RequestID?, _ fault: ProtocolFault) { writer.write(fault.response(to: id)) }

  /// What the revision without a handshake wants in every result.
  private func completed(_ result: [String: JSONTree], for revision: Revision) -> [String: JSONTree] {
    guard revision == .stateless else { return result }
    var result = result
    if result["resultType"] == nil { result["resultType"] = .text("complete") }
    result["_meta"] = .object(["io.modelcontextprotocol/serverInfo": information(for: .november2024)])
    return result
  }

  /// Sends a notification about a request that is still under way.
  func notify(_ method: String, _ parameters: [String: JSONTree], about call: Call) {
    guard state.withLock({ $0.calls[call.id] === call }) else { return }
    writer.notify(method, .object(parameters))
  }

  /// What we are called.
  func information(for revision: Revision) -> JSONTree {
    var information: [String: JSONTree] = ["name": .text(settings.name), "version": .text(settings.version)]
    if revision.isStructured { information["title"] = .text("Postmortem") }
    return .object(information)
  }
}

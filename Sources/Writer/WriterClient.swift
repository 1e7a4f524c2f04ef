public import Network
import Storage

/// Asks a model, in the way that its server takes, until there is an answer or the time is up.
public struct WriterClient: Sendable {
  /// How often a server that has too much to do is asked again.
  private static let mostTrials = 4

  /// How often a request is put in another way: there are no more ways than that.
  private static let mostChanges = 4

  /// More than a long answer; the rest would not be read by people either.
  private static let longestBody = 2 << 20

  private let settings: WriterSettings
  private let key: Secret?
  private let timekeeper: Timekeeper
  private let notice: @Sendable (Duration) -> Void
  private let client: @Sendable (HTTPClient.Limits) -> HTTPClient
  private let format: any WireFormat

  /// What this server was found to take.
  private var manner: RequestManner

  /// A client.
  ///
  /// - Parameters:
  ///   - key: in whose name it is asked; nil for a server that wants none.
  ///   - client: makes what makes requests, for one request.
  ///   - notice: is told of each wait before it begins.
  public init(
    _ settings: WriterSettings, key: Secret?, timekeeper: Timekeeper,
    client: @escaping @Sendable (HTTPClient.Limits) -> HTTPClient,
    notice: @escaping @Sendable (Duration) -> Void = { _ in }
  ) {
    self.settings = settings
    self.key = key
    self.timekeeper = timekeeper
    self.notice = notice
    self.client = client
    format = settings.kind.format
    // Servers that one runs oneself know the older name, all of them; the newer one some pass over in silence, and
    // then write without an end. So do small models held to a schema without bounds, which the large providers refuse
    // to take with them.
    let isOwn = settings.address.isLoopback
    manner = RequestManner(
      form: format.forms.first { isOwn || $0 != .boundedSchema } ?? .words, usesOldLengthName: isOwn)
  }

  /// The text that a model writes for a task; neither it nor an error shows the key, whatever the server says.
  public mutating func answer(to task: WriterTask) throws(WriterError) -> String {
    let key = key
    let masked = { (text: String) in key?.masked(in: text) ?? text }
    do throws(WriterError) {
      return masked(try plainAnswer(to: task))
    } catch {
      throw error.mapping(masked)
    }
  }

  private mutating func plainAnswer(to task: WriterTask) throws(WriterError) -> String {
    let end = timekeeper.elapsed() + settings.deadline
    var trials = 0
    var changes = 0
    while true {
      let response = try response(to: task, before: end)
      if (200..<300).contains(response.status) { return try text(in: response) }
      let said = Self.message(in: response)
      if changes < Self.mostChanges, adapts(to: response.status, said) {
        changes += 1
        continue
      }
      guard Self.isBusy(response.status) else { throw .refused(status: response.status, said) }
      trials += 1
      // Twice as long each time where the server does not say.
      let delay = response.delay(at: timekeeper.seconds()) ?? Double(1 << (trials - 1))
      let wait = Duration.milliseconds(Int(min(delay, 86_400) * 1000))
      guard trials < Self.mostTrials, timekeeper.elapsed() + wait < end else {
        throw .busy(status: response.status, said)
      }
      notice(wait)
      guard timekeeper.wait(wait) else {
        throw .unreachable(HTTPError(.interrupted, origin: settings.address.origin, mayHaveArrived: true))
      }
    }
  }

  // MARK: One request

  private func response(to task: WriterTask, before end: Duration) throws(WriterError) -> HTTPResponse {
    let left = end - timekeeper.elapsed()
    guard left > .zero else { throw .timedOut(settings.deadline) }
    var limits = HTTPClient.Limits()
    limits.request = left
    limits.connection = min(limits.connection, left)
    limits.body = Self.longestBody
    let body = JSONText.encode(format.body(of: task, to: settings, as: manner))
    let request = HTTPRequest(
      .post, settings.interface.appending(format.path), authorization: key.map(format.authorization),
      headers: [("Content-Type", "application/json"), ("Accept", "application/json")] + format.headers,
      body: body)
    do throws(HTTPError) {
      return try client(limits).answer(to: request)
    } catch {
      throw error.cause == .timedOut && error.mayHaveArrived
        ? .timedOut(settings.deadline) : .unreachable(error)
    }
  }

  private func text(in response: HTTPResponse) throws(WriterError) -> String {
    guard let answer = try? JSONText.decode(JSONTree.self, from: response.body), !answer.members.isEmpty
    else {
      throw .noAnswer("it is no JSON object")
    }
    // Some gateways say “200 OK” and tell of an error all the same.
    if answer["error"] != .nothing { throw .noAnswer(Self.message(in: response)) }
    return try format.text(in: answer)
  }

  // MARK: What servers refuse

  /// Whether the server may have time a moment later.
  private static func isBusy(_ status: Int) -> Bool { [429, 500, 502, 503, 504, 529].contains(status) }

  /// Puts the request in another way where the server says that it does not take this one; false where it does not.
  private mutating func adapts(to status: Int, _ said: String) -> Bool {
    // Some answer 500 to what they should answer 400 to.
    guard [400, 415, 422, 500, 501].contains(status) else { return false }
    let words = said.lowercased()
    if settings.kind == .openAIChat, let refusesOldName = Self.refusesOldLengthName(words) {
      guard refusesOldName == manner.usesOldLengthName else { return false }
      manner.usesOldLengthName.toggle()
      return true
    }
    guard Self.namesOfForms.contains(where: words.contains),
      let place = format.forms.firstIndex(of: manner.form), format.forms.indices.contains(place + 1)
    else { return false }
    manner.form = format.forms[place + 1]
    return true
  }

  private static let namesOfForms = [
    "response_format", "json_schema", "json_object", "output_config", "text.format", "schema", "grammar",
  ]

  /// Which of the two names for the length of an answer is not known there; nil where that is not what is said.
  private static func refusesOldLengthName(_ words: String) -> Bool? {
    let refusals = [
      "unsupported", "not supported", "unrecognized", "unknown", "unexpected", "extra", "permitted",
    ]
    guard refusals.contains(where: words.contains) else { return nil }
    // The one that is refused stands in quotes where the other is named as what to use in its place.
    if words.contains("'max_tokens'") { return true }
    if words.contains("max_completion_tokens") { return false }
    return words.contains("max_tokens") ? true : nil
  }

  /// What a server says of a request that it does not carry out.
  ///
  /// `{"error": {"message": "…"}}` with all three; `{"error": "…"}`, `{"detail": "…"}`, `{"message": "…"}` with others.
  private static func message(in response: HTTPResponse) -> String {
    let tree = (try? JSONText.decode(JSONTree.self, from: response.body)) ?? .nothing
    let said =
      tree["error"]["message"].text ?? tree["error"].text ?? tree["detail"].text ?? tree["message"].text ?? ""
    return String(said.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(500))
  }
}

extension WriterSettings {
  /// Where the interface begins: the version stands before it, where the user's address is the bare server.
  var interface: WebAddress {
    let isVersioned = address.path.split(separator: "/").last == "v1"
    let isBare = address.path.allSatisfy { $0 == "/" }
    let wantsVersion = kind == .anthropic ? !isVersioned : isBare
    return wantsVersion ? address.appending(["v1"]) : address
  }
}

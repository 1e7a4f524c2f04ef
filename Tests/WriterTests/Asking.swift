import Network
import Scratch
import Storage
import Subprocess
import Testing
import Writer

/// Asks a scripted server as a writer of one kind.
struct Asking {
  static let key = "sk-not-a-real-key-0123456789"

  let settings: WriterSettings
  let client: WriterClient

  /// - Parameter waits: is told of each wait; nobody waits.
  init(
    _ kind: WriterSettings.Kind, _ server: ScriptedServer, path: String = "",
    deadline: Duration = .seconds(60),
    key: String? = Asking.key, interrupt: Interrupt = .never,
    waits: @escaping @Sendable (Duration) -> Void = { _ in }
  ) throws {
    var settings = WriterSettings(
      name: "local", kind: kind, address: try #require(WebAddress(server.address(path))), model: "small-1")
    settings.deadline = deadline
    self.settings = settings
    let system = Timekeeper.system(interrupt: interrupt)
    client = WriterClient(
      settings, key: key.map { Secret($0) },
      timekeeper: Timekeeper(
        elapsed: system.elapsed, seconds: system.seconds, wait: { _ in true }, chance: { 0 }),
      client: { limits in
        HTTPClient(limits: limits, proxies: ProxySettings(environment: [:]), interrupt: interrupt)
      }, notice: waits)
  }

  static let task = WriterTask(
    rules: "Rules.", document: .object(["facts": .list([])]), schema: .object(["type": .text("object")]),
    boundedSchema: .object(["type": .text("object"), "maxProperties": .whole(1)]))

  func answer() throws -> String {
    var client = client
    return try client.answer(to: Self.task)
  }

  /// What it fails with.
  func failure(sourceLocation: SourceLocation = #_sourceLocation) throws -> WriterError {
    let error = #expect(throws: WriterError.self, sourceLocation: sourceLocation) { try answer() }
    let found = try #require(error, sourceLocation: sourceLocation)
    #expect(!"\(found)".contains(Self.key), sourceLocation: sourceLocation)
    return found
  }
}

extension ScriptedServer {
  /// The JSON of a request's body.
  func body(_ place: Int = 0) throws -> JSONTree {
    let request = try #require(requests.indices.contains(place) ? requests[place] : nil)
    let start = try #require(request.firstRange(of: "\r\n\r\n")?.upperBound)
    return try JSONText.decode(JSONTree.self, from: Array(request[start...].utf8))
  }
}

/// Answers as the three interfaces write them.
enum Answers {
  static func whole(_ kind: WriterSettings.Kind, _ text: String) -> String {
    let quoted = String(decoding: (try? JSONText.encode(text)) ?? [], as: UTF8.self)
    return switch kind {
    case .anthropic:
      #"{"type":"message","content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":\#(quoted)}],"stop_reason":"end_turn"}"#
    case .openAIResponses:
      #"{"status":"completed","output":[{"type":"reasoning"},{"type":"message","content":[{"type":"output_text","text":\#(quoted)}]}]}"#
    case .openAIChat:
      #"{"choices":[{"index":0,"message":{"role":"assistant","content":\#(quoted),"refusal":null},"finish_reason":"stop"}]}"#
    }
  }
}

import JSONRPC
import Storage

/// A method of the protocol: how it is answered, and where.
struct Method: Sendable {
  /// Which thread answers.
  enum Lane: Sendable {
    /// The one that reads: it takes no time.
    case atOnce

    /// Any: it asks git, or a server.
    case worker

    /// The one that runs the user's commands.
    case commandWorker
  }

  let lane: Lane

  /// The result; nil where there is none yet, and the request stays open.
  let answer: @Sendable (Call, ModelContextServer) throws -> [String: JSONTree]?

  private init(
    _ lane: Lane, _ answer: @escaping @Sendable (Call, ModelContextServer) throws -> [String: JSONTree]?
  ) {
    self.lane = lane
    self.answer = answer
  }

  /// The method of a name; nil where the revision has none.
  init?(named name: String, _ parameters: [String: JSONTree], in revision: Revision) {
    switch name {
    case "server/discover" where revision == .stateless: self.init(.atOnce) { $1.discovery() }
    case "subscriptions/listen" where revision == .stateless: self.init(.atOnce) { $1.listen($0) }
    case "ping" where revision != .stateless: self.init(.atOnce) { _, _ in [:] }
    case "tools/list": self.init(.atOnce) { try $1.toolList(for: $0) }
    case "tools/call":
      let lane = Tool.named(parameters["name"]?.text)?.lane(for: parameters["arguments"] ?? .nothing)
      self.init(lane ?? .atOnce) { try $1.callTool($0) }
    case "prompts/list": self.init(.atOnce) { try $1.promptList(for: $0) }
    case "prompts/get": self.init(.atOnce) { try $1.prompt(for: $0) }
    case "resources/list": self.init(.worker) { try $1.resourceList(for: $0) }
    case "resources/templates/list": self.init(.atOnce) { try $1.templateList(for: $0) }
    case "resources/read": self.init(.worker) { try $1.readResource(for: $0) }
    case "completion/complete" where revision.hasAnnotations:
      self.init(.worker) { try $1.completion(for: $0) }
    default: return nil
    }
  }
}

extension ModelContextServer {
  /// Nothing here changes while it is listened to; the request stays open all the same, until it is cancelled.
  func listen(_ call: Call) -> [String: JSONTree]? {
    notify(
      "notifications/subscriptions/acknowledged",
      [
        "_meta": .object(["io.modelcontextprotocol/subscriptionId": call.id.value]),
        "notifications": .object([:]),
      ], about: call)
    return nil
  }
}

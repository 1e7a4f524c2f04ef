import Scratch
import Storage
import Testing

extension Bench {
  /// What a client says that shows forms.
  static let showsForms = JSONValue.object(["elicitation": .object([:])])

  /// An agent in the repository, whose user has logged in to a stand-in for Jira.
  func agent(
    _ jira: JiraStandIn, revision: String = AgentSession.stateless, showsForms: Bool = true,
    adding variables: [String: String] = [:]
  ) throws -> AgentSession {
    let home = ["POSTMORTEM_TEST_HOME": program.home.path]
    return try AgentSession(
      program, in: repository.path, revision: revision,
      capabilities: showsForms ? Bench.showsForms : .object([:]),
      adding: login(to: jira).merging(home) { $1 }.merging(variables) { $1 })
  }

  /// Has the user's own settings allow that agents post.
  func allowAgents() throws { try writeSettings("agents:\n  post: true\n") }
}

extension AgentSession {
  /// The answer of a person who fills in the form for posting to a ticket.
  static func consent(to ticket: String = "RILL-1") -> JSONValue {
    .object([
      "action": .string("accept"),
      "content": .object(["decision": .string("post"), "type_key": .string(ticket)]),
    ])
  }

  /// Calls `post` and answers what is asked, in whichever way the revision asks.
  ///
  /// - Returns: the result, and what the form said; nil where nothing was asked.
  func post(
    _ arguments: [String: JSONValue] = ["key": .string("RILL-1")], answering answer: JSONValue,
    stateless: Bool
  ) throws -> (result: JSONValue, form: JSONValue?) {
    let call = JSONValue.object(["name": .string("post"), "arguments": .object(arguments)])
    if stateless {
      let asked = try ask("tools/call", call)["result"]
      guard asked["resultType"].text == "input_required" else { return (asked, nil) }
      let form = asked["inputRequests"]["sign_off"]["params"]
      return (try comeBack(arguments, with: answer, state: asked["requestState"]), form)
    }
    let id = try send("tools/call", call)
    let message = try message { $0["method"].text == "elicitation/create" || $0["id"] == .number(Double(id)) }
    guard message["method"] != .null else { return (message["result"], nil) }
    try reply(to: message, answer)
    return (try self.answer(to: id)["result"], message["params"])
  }

  /// The second call of a revision in which the client asks by itself.
  func comeBack(
    _ arguments: [String: JSONValue] = ["key": .string("RILL-1")], with answer: JSONValue, state: JSONValue
  ) throws -> JSONValue {
    var call: [String: JSONValue] = [
      "name": .string("post"), "arguments": .object(arguments),
      "inputResponses": .object(["sign_off": answer]),
    ]
    if state != .null { call["requestState"] = state }
    return try ask("tools/call", .object(call))["result"]
  }
}

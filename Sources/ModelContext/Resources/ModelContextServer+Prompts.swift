import JSONRPC
import Storage
import Terminal
import Workspace

/// The one prompt: what a person starts the work with, in clients that show prompts as commands.
extension ModelContextServer {
  private static let promptName = "post-mortem"

  private static let promptArguments = [
    (name: "key", description: "The key of the ticket, or of the case."),
    (name: "fix", description: "The commit of the fix."),
  ]

  func promptList(for call: Call) throws -> [String: JSONTree] {
    try call.requireFirstPage()
    var prompt: [String: JSONTree] = [
      "name": .text(Self.promptName), "description": .text("Write the engineering record of a fixed bug."),
      "arguments": .list(
        Self.promptArguments.map {
          .object(["name": .text($0.name), "description": .text($0.description)])
        }),
    ]
    if call.client.revision.isStructured { prompt["title"] = .text("Post-mortem of a fixed bug") }
    return ["prompts": .list([.object(prompt)])].cached(.forAnHour, in: call.client.revision)
  }

  func prompt(for call: Call) throws -> [String: JSONTree] {
    let name = try call.text("name")
    guard name == Self.promptName else {
      throw ProtocolFault(.invalidParameters, "There is no prompt \(Sanitized(name, limit: 60)).")
    }
    var given: [String: String] = [:]
    for (name, value) in (call.parameters["arguments"] ?? .nothing).members {
      guard Self.promptArguments.contains(where: { $0.name == name }) else {
        throw ProtocolFault(.invalidParameters, "There is no argument \(Sanitized(name, limit: 60)).")
      }
      guard let text = value.text else {
        throw ProtocolFault(.invalidParameters, "The argument \(name) must be a string.")
      }
      if !text.isEmpty { given[name] = Sanitized(text, limit: 200).description }
    }
    let message = JSONTree.object([
      "role": .text("user"),
      "content": .object([
        "type": .text("text"), "text": .text(Self.promptText(key: given["key"], fix: given["fix"])),
      ]),
    ])
    return [
      "description": .text("Write the engineering record of a fixed bug."), "messages": .list([message]),
    ]
  }

  private static func promptText(key: String?, fix: String?) -> String {
    let which = [key.map { "the case \($0)" } ?? "the bug that we just fixed", fix.map { "fixed by \($0)" }]
    return """
      Write the engineering record of \(which.compactMap { $0 }.joined(separator: ", ")), with the tools of postmortem.

      1. Call gate. If there is no case yet, open it with facts (open), with the fix and the command that shows the bug.
      2. Supply what the gate misses: prove runs the repro before and after the fix; origin says where the bug began; \
      facts (set) takes what only people know. Ask me for that; invent nothing.
      3. When the gate is open, call draft, then check. Mend the facts where the record is wrong, and draft again.
      4. Show me what preview gives. Call post only if I want it on the ticket; I sign it myself.
      """
  }

  // MARK: Completion

  /// The values that an argument may have: the cases that are there, and the ticket that the branch is named after.
  func completion(for call: Call) throws -> [String: JSONTree] {
    let reference = call.parameters["ref"] ?? .nothing
    let isKnown =
      switch reference["type"].text {
      case "ref/prompt": reference["name"].text == Self.promptName
      case "ref/resource":
        ResourceAddress.templates.contains { $0.template == reference["uri"].text }
      default: false
      }
    guard isKnown else {
      throw ProtocolFault(.invalidParameters, "`ref` names no prompt and no template of a resource.")
    }
    let argument = call.parameters["argument"] ?? .nothing
    guard let name = argument["name"].text, let begun = argument["value"].text else {
      throw ProtocolFault(.invalidParameters, "`argument` must hold a name and a value.")
    }
    var keys: [String] = []
    if name == "key", let shelf = try? shelf(for: call) {
      let known = (try? shelf.keys()) ?? []
      let branch = reference["type"].text == "ref/prompt" ? shelf.branchKeys() : []
      keys = (branch + known.filter { !branch.contains($0) }).filter {
        $0.lowercased().hasPrefix(begun.lowercased())
      }
    }
    return [
      "completion": .object([
        "values": .list(keys.prefix(100).map { .text($0) }), "total": .whole(Int64(keys.count)),
        "hasMore": .flag(keys.count > 100),
      ])
    ]
  }
}

import Declaration
import Storage
import Workspace

/// A tool for agents: one operation, or several that belong together, with the fields that an agent may give.
struct Tool: Sendable {
  /// One operation of a tool.
  struct Action: Sendable {
    /// What the call names it by; nil where it is the only one.
    var name: String?
    var operation: any WorkspaceOperation.Type

    /// The keys of the fields that are offered, in their order.
    ///
    /// Not all are: who attests, which secrets are let through and where files go is not an agent's to say.
    var keys: [String]

    /// Names that fields have here in the place of their own.
    var names: [String: String] = [:]

    /// Whether it runs commands of the user's.
    var runsCommands = false

    /// The fields, by the names that calls give them.
    var fields: [(name: String, field: FieldDeclaration)] {
      let declared = operation.fields
      return keys.compactMap { key in
        guard let field = declared.first(where: { $0.key == key }) else { return nil }
        return (names[key] ?? field.flagName.replacing("-", with: "_"), field)
      }
    }
  }

  var name: String
  var description: String
  var actions: [Action]
  var annotations: Annotations

  /// The member of the result that says what came of it; there are more.
  var output: (name: String, type: String)

  /// What a tool does to the world: hints for the client, never a gate.
  struct Annotations: Sendable {
    var isReadOnly = false
    var isDestructive = false
    var isIdempotent = false
    var isOpenWorld = false

    /// Without those that say what is assumed anyway.
    var value: JSONTree {
      var hints: [String: JSONTree] = ["readOnlyHint": .flag(isReadOnly)]
      if !isOpenWorld { hints["openWorldHint"] = .flag(false) }
      if !isReadOnly, !isDestructive { hints["destructiveHint"] = .flag(false) }
      if !isReadOnly, isIdempotent { hints["idempotentHint"] = .flag(true) }
      return .object(hints)
    }
  }

  static func named(_ name: String?) -> Tool? { all.first { $0.name == name } }

  /// The action that a call means; nil where it names none.
  func action(named name: String?) -> Action? {
    actions.count == 1 ? actions.first : actions.first { $0.name == name }
  }

  /// Which thread carries out such a call.
  func lane(for arguments: JSONTree) -> Method.Lane {
    action(named: arguments["action"].text)?.runsCommands == true ? .commandWorker : .worker
  }
}

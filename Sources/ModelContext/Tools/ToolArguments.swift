import Declaration
import Spelling
import Storage
import Terminal
import Workspace

/// What a call gives a tool, as an operation takes it.
struct ToolArguments {
  /// The directory that the call names.
  let repository: String?

  /// The operation, filled.
  let operation: any WorkspaceOperation

  /// - Throws: `ArgumentMistake`, in words by which a model can mend its call.
  init(_ arguments: JSONTree, for tool: Tool) throws(ArgumentMistake) {
    var given: [String: JSONTree]
    switch arguments {
    case .object(let members): given = members.filter { $0.value != .nothing }
    case .nothing: given = [:]
    default: throw ArgumentMistake("The arguments must be an object.")
    }
    repository = try Self.text(given.removeValue(forKey: "repository"), named: "repository")
    var name: String?
    if tool.actions.count > 1 { name = try Self.text(given.removeValue(forKey: "action"), named: "action") }
    guard let action = tool.action(named: name) else {
      throw ArgumentMistake(
        "`action` must be one of: \(tool.actions.compactMap(\.name).joined(separator: ", ")).")
    }
    operation = try Self.operation(action, given)
  }

  private static func operation(
    _ action: Tool.Action, _ given: [String: JSONTree]
  ) throws(ArgumentMistake) -> any WorkspaceOperation {
    let fields = action.fields
    var values = FieldValues()
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard let field = fields.first(where: { $0.name == name })?.field else {
        throw unknown(name, in: action)
      }
      values[field.key] = try texts(of: value, for: field, named: name)
    }
    do {
      return try action.operation.make(from: values)
    } catch {
      throw ArgumentMistake(error) { key in fields.first { $0.field.key == key }?.name ?? key }
    }
  }

  private static func unknown(_ name: String, in action: Tool.Action) -> ArgumentMistake {
    let known = ["repository"] + action.fields.map(\.name)
    let near = Spelling.nearest(to: String(name.prefix(100)), among: known).map { " Did you mean `\($0)`?" }
    let place = action.name.map { " for the action \($0)" } ?? ""
    return ArgumentMistake(
      "There is no argument `\(Sanitized(name, limit: 60))`\(place).\(near ?? "") Known: \(known.joined(separator: ", "))."
    )
  }

  private static func text(_ value: JSONTree?, named name: String) throws(ArgumentMistake) -> String? {
    guard let value else { return nil }
    guard let text = value.text else { throw ArgumentMistake("`\(name)` must be a string.") }
    return text
  }

  /// The texts that the operation reads the value from.
  private static func texts(
    of value: JSONTree, for field: FieldDeclaration, named name: String
  ) throws(ArgumentMistake) -> [String] {
    if case .list(let elements) = value {
      var texts: [String] = []
      for element in elements { texts.append(try text(of: element, for: field, named: name)) }
      return texts
    }
    return [try text(of: value, for: field, named: name)]
  }

  private static func text(
    of value: JSONTree, for field: FieldDeclaration, named name: String
  ) throws(ArgumentMistake) -> String {
    switch (value, field.valueKind.jsonType) {
    case (.text(let text), "string"): return text
    case (.whole(let number), "integer"), (.whole(let number), "number"): return "\(number)"
    case (.number(let number), "number"): return "\(number)"
    case (.flag(let flag), "boolean"): return "\(flag)"
    default:
      let kind = field.valueKind.jsonType
      let list = field.isRepeated ? "a list; each of it must be " : ""
      throw ArgumentMistake("`\(name)` must be \(list)\(kind == "integer" ? "an" : "a") \(kind).")
    }
  }
}

/// A call that a model can mend.
struct ArgumentMistake: Error {
  var message: String

  init(_ message: String) {
    self.message = message
  }

  init(_ error: FieldError, name: (String) -> String) {
    switch error {
    case .missing(let field):
      message = "`\(name(field.key))` is missing: \(field.help)"
    case .invalid(let field, let value, let near):
      let hint = near.map { " Did you mean \($0)?" } ?? ""
      message =
        "`\(name(field.key))` takes \(field.expectation), not “\(Sanitized(value, limit: 60))”.\(hint)"
    case .repeated(let field, _):
      message = "`\(name(field.key))` takes one value, not several."
    case .unexpected(let key, _):
      message = "There is no argument `\(Sanitized(key, limit: 60))`."
    }
  }
}

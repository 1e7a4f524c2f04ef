import JSONRPC
import Storage

/// What is answered about a text.
enum Question: Sendable {
  case hover
  case actions
  case completion
  case symbols
  case diagnostics

  /// nil where there is no such method.
  init?(_ method: String) {
    switch method {
    case "textDocument/hover": self = .hover
    case "textDocument/codeAction": self = .actions
    case "textDocument/completion": self = .completion
    case "textDocument/documentSymbol": self = .symbols
    case "textDocument/diagnostic": self = .diagnostics
    default: return nil
    }
  }

  /// Whether there is an answer for a text: of Markdown that is no record some users want the tone.
  func isAbout(_ reading: Reading) -> Bool {
    if case .diagnostics = self { return true }
    return reading.isRecord
  }

  /// The answer for texts that it is not about, or that are not open.
  var nothing: JSONTree {
    if case .diagnostics = self { return Self.report([]) }
    return .nothing
  }

  private static func report(_ diagnostics: [JSONTree]) -> JSONTree {
    .object(["kind": .text("full"), "items": .list(diagnostics)])
  }

  /// The answer.
  ///
  /// - Throws: `ProtocolFault` where the parameters are not as they must be.
  func answer(_ reading: Reading, _ parameters: [String: JSONTree]) throws(ProtocolFault) -> JSONTree {
    switch self {
    case .hover: Hover(reading, at: try offset(in: reading, parameters)).value
    case .completion: Completion(reading, at: try offset(in: reading, parameters)).value
    case .diagnostics: Self.report(Diagnostic.all(of: reading))
    case .symbols: Symbol.list(of: reading)
    case .actions: try actions(reading, parameters)
    }
  }

  private func offset(in reading: Reading, _ parameters: [String: JSONTree]) throws(ProtocolFault) -> Int {
    guard let position = TextPosition(parameters["position"] ?? .nothing) else {
      throw ProtocolFault(.invalidParameters, "`position` must hold a line and a character.")
    }
    return reading.positions.offset(of: position)
  }

  private func actions(_ reading: Reading, _ parameters: [String: JSONTree]) throws(ProtocolFault) -> JSONTree
  {
    guard let range = reading.positions.range(parameters["range"] ?? .nothing) else {
      throw ProtocolFault(.invalidParameters, "`range` must hold a start and an end.")
    }
    guard reading.client.takesActions else { return .list([]) }
    let only = (parameters["context"] ?? .nothing)["only"]
    let kinds = ActionKind.allCases.filter { kind in
      only == .nothing || only.elements.contains { $0.text.map(kind.isOne(of:)) == true }
    }
    return .list(CodeActions(reading, on: range, of: kinds).values)
  }
}

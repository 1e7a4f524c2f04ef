import JSONRPC
import Storage

/// What a client says of itself, and what its user has set.
struct EditorClient: Sendable {
  /// In what it counts.
  let encoding: PositionEncoding

  /// Whether it shows Markdown where the pointer rests.
  let showsMarkdown: Bool

  /// Whether it takes actions as such, and not commands alone.
  let takesActions: Bool

  /// Whether an edit may name the version that it is for.
  let takesVersions: Bool

  /// Whether symbols may hold symbols.
  let takesNestedSymbols: Bool

  /// Whether diagnostics may name further places.
  let takesRelatedPlaces: Bool

  /// Whether it asks for diagnostics, and asks again when it is told to: else they are sent to it.
  let asksForDiagnostics: Bool

  /// Whether it watches files for us.
  let watchesFiles: Bool

  /// The process that started us; nil where it does not say.
  let process: Int32?

  /// Its directories.
  let folders: [String]

  /// What the user has set for us.
  var settings: EditorSettings

  /// A client from the parameters of `initialize`.
  init(_ parameters: [String: JSONTree]) {
    let capabilities = parameters["capabilities"] ?? .nothing
    let document = capabilities["textDocument"]
    encoding = PositionEncoding(
      offered: capabilities["general"]["positionEncodings"].elements.compactMap(\.text))
    showsMarkdown = document["hover"]["contentFormat"].elements.contains(.text("markdown"))
    takesActions = document["codeAction"]["codeActionLiteralSupport"] != .nothing
    takesVersions = capabilities["workspace"]["workspaceEdit"]["documentChanges"] == .flag(true)
    takesNestedSymbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"] == .flag(true)
    takesRelatedPlaces = document["publishDiagnostics"]["relatedInformation"] == .flag(true)
    asksForDiagnostics =
      document["diagnostic"] != .nothing
      && capabilities["workspace"]["diagnostics"]["refreshSupport"] == .flag(true)
    watchesFiles = capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] == .flag(true)
    if case .whole(let number)? = parameters["processId"] {
      process = Int32(exactly: number)
    } else {
      process = nil
    }
    let named = (parameters["workspaceFolders"] ?? .nothing).elements.map { $0["uri"] }
    let root = parameters["rootUri"] ?? .nothing
    folders = (named.isEmpty ? [root] : named).compactMap { $0.text.flatMap { FileAddress.path(of: $0) } }
    settings = EditorSettings(parameters["initializationOptions"] ?? .nothing)
  }
}

/// What a user sets in the editor.
struct EditorSettings: Sendable {
  /// Whether the tone of Markdown is looked at that is no record.
  let looksAtToneOfAllMarkdown: Bool

  /// Settings as editors send them, by themselves or under our name.
  init(_ value: JSONTree) {
    let own = value["postmortem"] == .nothing ? value : value["postmortem"]
    looksAtToneOfAllMarkdown = own["toneOfAllMarkdown"] == .flag(true)
  }
}

import Casework
import JSONRPC
import Storage
import Subprocess
import Synchronization
import Workspace

/// What a client tells without a question.
extension LanguageServer {
  func note(_ method: String, _ parameters: [String: JSONTree]) {
    let document = parameters["textDocument"] ?? .nothing
    let address = document["uri"].text ?? ""
    switch method {
    case "initialized": askToWatch()
    case "textDocument/didOpen": open(document)
    case "textDocument/didChange":
      change(address, document["version"], (parameters["contentChanges"] ?? .nothing).elements)
    case "textDocument/didSave": save(address)
    case "textDocument/didClose": close(address)
    case "workspace/didChangeWatchedFiles": lookAtAll()
    case "workspace/didChangeConfiguration":
      state.withLock { $0.client.settings = EditorSettings(parameters["settings"] ?? .nothing) }
      lookAtAll()
    case "$/cancelRequest":
      let id = parameters["id"].flatMap { RequestID($0) }
      id.flatMap { id in state.withLock { $0.calls[id] } }?.cancel()
    // All others say what makes no difference here.
    default: break
    }
  }

  private func open(_ item: JSONTree) {
    guard let document = OpenDocument(item) else { return log("didOpen holds no document.") }
    state.withLock { $0.documents[document.address] = document }
    reviews.forgetStrays()
    look(at: document)
    lookUp(document.address, after: .zero)
  }

  private func change(_ address: String, _ version: JSONTree, _ changes: [JSONTree]) {
    let outcome = state.withLock { state -> (OpenDocument, Bool)? in
      guard var document = state.documents.removeValue(forKey: address) else { return nil }
      let isWhole = document.apply(changes, version: version, state.client.encoding)
      state.documents[address] = document
      return (document, isWhole)
    }
    guard let (document, isWhole) = outcome else { return log("didChange of what is not open.") }
    if !isWhole { log("didChange holds a change that cannot be read: the text may differ from yours.") }
    look(at: document)
    lookUp(address, after: settings.pause)
  }

  private func save(_ address: String) {
    if FileAddress.path(of: address)?.hasSuffix("/\(ProjectSettings.path)") == true {
      return lookAtAll()
    }
    guard let document = state.withLock({ $0.documents[address] }) else { return }
    state.withLock { _ = $0.saved.insert(address) }
    look(at: document)
    lookUp(address, after: .zero)
  }

  private func close(_ address: String) {
    let pause = state.withLock { state in
      state.documents[address] = nil
      state.saved.remove(address)
      return state.pauses.removeValue(forKey: address)
    }
    pause?.turn()
    withdraw(address)
  }

  /// Looks at all texts again, as after the settings or a case were written.
  private func lookAtAll() {
    askToAskAgain()
    for document in state.withLock({ Array($0.documents.values) }) {
      look(at: document)
      lookUp(document.address, after: .zero)
    }
  }

  /// Has the client tell when what decides about findings is written by others.
  private func askToWatch() {
    guard state.withLock({ $0.client.watchesFiles }) else { return }
    let patterns = ["**/\(ProjectSettings.path)", "**/.postmortem/rules/**", "**/.postmortem/cases/**"]
    let watchers = patterns.map { JSONTree.object(["globPattern": .text($0)]) }
    writer.request(
      "watch", "client/registerCapability",
      .object([
        "registrations": .list([
          .object([
            "id": .text("watch"), "method": .text("workspace/didChangeWatchedFiles"),
            "registerOptions": .object(["watchers": .list(watchers)]),
          ])
        ])
      ]))
  }
}

import JSONRPC
import Storage
import Subprocess
import Synchronization
import Workspace

/// When what is looked at, and what of it is shown.
extension LanguageServer {
  /// Holds a text against structure and tone, unless it was changed meanwhile.
  ///
  /// Nothing waits for git: where the repository of the text is to be found first, the look comes behind that. A client
  /// that asks for diagnostics does so after each change by itself.
  func look(at document: OpenDocument) {
    guard !asksForDiagnostics else { return }
    reviewer.run { [self] in
      // The newest text has a look of its own behind this one.
      guard isNewest(document) else { return }
      if let directory = directory(of: document), !reviews.isMade(in: directory) {
        searchers.run { [self] in
          _ = reviews.review(in: directory)
          lookAtNewest(document.address)
        }
        return
      }
      guard let reading = reading(of: document) else { return }
      let diagnostics = Diagnostic.all(of: reading)
      tellFault(of: reading.review)
      published.withLock { published in
        guard isNewest(document) else { return }
        // What is no record, and never was, is not spoken of.
        if diagnostics.isEmpty, !reading.isRecord, !published.contains(document.address) { return }
        published.insert(document.address)
        show(diagnostics, at: document.address, version: document.version)
      }
    }
  }

  /// Says why the settings do not hold, where they do not.
  func tellFault(of review: LiveReview) {
    guard let fault = review.settingsFault else { return }
    tell("\(fault.message) \(fault.remedy) Until then the defaults hold.")
  }

  private var asksForDiagnostics: Bool { state.withLock { $0.client.asksForDiagnostics } }

  /// Has a client that asks for diagnostics ask for those of all texts again.
  func askToAskAgain() {
    guard asksForDiagnostics else { return }
    let count = state.withLock { state in
      state.refreshes += 1
      return state.refreshes
    }
    writer.request("refresh-\(count)", "workspace/diagnostic/refresh")
  }

  /// Nothing is shown any more of what is closed.
  func withdraw(_ address: String) {
    published.withLock { published in
      if published.remove(address) != nil { show([], at: address, version: .nothing) }
    }
  }

  private func show(_ diagnostics: [JSONTree], at address: String, version: JSONTree) {
    var parameters: [String: JSONTree] = ["uri": .text(address), "diagnostics": .list(diagnostics)]
    if version != .nothing { parameters["version"] = version }
    writer.notify("textDocument/publishDiagnostics", .object(parameters))
  }

  private func isNewest(_ document: OpenDocument) -> Bool {
    state.withLock { $0.documents[document.address]?.generation == document.generation }
  }

  /// Looks up what a text names, once nothing was typed for a while, and shows what that comes to.
  func lookUp(_ address: String, after pause: Duration) {
    guard let end = try? InterruptSwitch() else { return }
    state.withLock { $0.pauses.updateValue(end, forKey: address) }?.turn()
    searchers.run { [self] in
      guard Interrupt.first(of: [end.interrupt, closing.interrupt], within: pause) == nil else { return }
      // Of one text there is one look at a time: another would ask git for the same.
      let isFirst = state.withLock { state in
        if state.searching.insert(address).inserted { return true }
        state.owed.insert(address)
        return false
      }
      guard isFirst else { return }
      repeat { lookUp(address) } while isOwed(address)
    }
  }

  /// Whether a text is to be looked up once more; else its look is over.
  private func isOwed(_ address: String) -> Bool {
    state.withLock { state in
      if state.owed.remove(address) != nil { return true }
      state.searching.remove(address)
      return false
    }
  }

  private func lookUp(_ address: String) {
    let (document, isSaved) = state.withLock { state in
      (state.documents[address], state.saved.remove(address) != nil)
    }
    guard let document, let reading = reading(of: document), reading.isRecord else { return }
    do {
      try reading.review.lookUp(namesOf: reading.record, anew: isSaved)
    } catch {
      let failure = Failure(error)
      if !closing.interrupt.hasCome { log("\(failure.message) \(failure.remedy)") }
    }
    lookAtNewest(address)
  }

  private func lookAtNewest(_ address: String) {
    askToAskAgain()
    if let newest = state.withLock({ $0.documents[address] }) { look(at: newest) }
  }
}

import Storage

/// What is known of whoever sent a request: from the handshake, or from the request itself.
struct Client: Sendable {
  var revision: Revision

  /// What it says that it can do.
  var capabilities: JSONTree

  /// What it calls itself; nothing is decided by it.
  var name: String?

  init(revision: Revision, capabilities: JSONTree, information: JSONTree) {
    self.revision = revision
    self.capabilities = capabilities
    name = information["name"].text
  }

  /// Whether it shows forms to a person.
  ///
  /// An empty object says so: forms were there first.
  var showsForms: Bool {
    guard case .object(let ways) = capabilities["elicitation"], revision.isStructured else { return false }
    return ways["form"] != nil || ways["url"] == nil
  }

  /// Whether it may be asked in which directories its user works.
  var tellsRoots: Bool {
    guard case .object = capabilities["roots"] else { return false }
    return revision != .stateless
  }
}

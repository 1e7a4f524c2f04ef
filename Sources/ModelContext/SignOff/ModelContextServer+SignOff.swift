import Delivery
import Storage
import Synchronization
import Workspace

/// How a person signs what an agent wants to post.
extension ModelContextServer {
  /// The way to ask the person who works with this client; nil where it shows no forms: then only what was signed at a
  /// terminal is sent.
  ///
  /// - Throws: `NotPosted` where the user's settings do not allow it, or an answer that came with the call is no consent.
  func signOff(for post: Post, in root: String, by call: Call) throws -> SignOff? {
    let permission = try AgentPermission(home: settings.home, outside: root)
    if let objection = permission.objection {
      throw NotPosted(
        """
        \(objection)
        The person can post it at a terminal: \(post.command(in: root))
        To allow it from now on, they write into \(permission.path ?? "their settings"):
        agents:
          post: true
        """)
    }
    guard call.client.showsForms else { return nil }
    return try call.client.revision == .stateless ? comingBack(with: call, in: root) : asking(for: call)
  }

  /// Asks the client, and waits.
  private func asking(for call: Call) -> SignOff {
    reading { [self] sheet in
      let form = SignOffForm(sheet: sheet)
      let answer = try ask(
        "elicitation/create", form.parameters(in: call.client.revision), for: call,
        within: .seconds(Approval.lifetime))
      try SignOffForm.requireConsent(answer ?? .nothing, to: sheet.terms.ticket)
    }
  }

  /// Has the client ask, and come back with the answer: the second call is bound to what the first one showed.
  private func comingBack(with call: Call, in root: String) throws -> SignOff {
    let arguments = call.parameters["arguments"] ?? .nothing
    guard let answer = call.parameters["inputResponses"]?[FormNeeded.name], answer != .nothing,
      let handle = call.parameters["requestState"]?.text
    else {
      return reading { [signOffs] sheet in
        throw FormNeeded(
          form: SignOffForm(sheet: sheet),
          handle: signOffs.add(arguments, in: root, terms: sheet.terms))
      }
    }
    let pending = try signOffs.pending(handle)
    guard pending.arguments == arguments, pending.root == root else {
      throw NotPosted("What was confirmed is another call.")
    }
    // Before anything is read or asked.
    try SignOffForm.requireConsent(answer, to: pending.terms.ticket)
    return reading { [signOffs] sheet in
      guard sheet.terms == pending.terms else {
        let differences = sheet.terms.differences(from: pending.terms).joined(separator: ", ")
        throw NotPosted("What was confirmed is not what would be sent now: \(differences) changed.")
      }
      try signOffs.spend(handle)
    }
  }

  /// A sign-off that is decided by what is shown.
  private func reading(_ decide: @escaping @Sendable (SignOffSheet) throws -> Void) -> SignOff {
    let shown = Shown()
    return SignOff(
      // What a form shows of a payload is its digest: no pager is opened.
      height: 1 << 30, show: { shown.sheet.withLock { [sheet = $0] in $0 = sheet } }, showPayload: { _ in },
      ask: { _ in
        guard let sheet = shown.sheet.withLock({ $0 }) else { return nil }
        try decide(sheet)
        return Approval.words.first
      })
  }

  private final class Shown: Sendable {
    let sheet = Mutex<SignOffSheet?>(nil)
  }
}

/// A person has to fill in a form before the call can go on.
struct FormNeeded: Error {
  /// What the answer comes back under.
  static let name = "sign_off"

  var form: SignOffForm
  var handle: String

  /// The result that says so.
  var result: [String: JSONTree] {
    [
      "resultType": .text("input_required"), "requestState": .text(handle),
      "inputRequests": .object([
        Self.name: .object([
          "method": .text("elicitation/create"),
          "params": .object(form.parameters(in: .stateless)),
        ])
      ]),
    ]
  }
}

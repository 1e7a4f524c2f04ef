import Delivery
import Rendering
import Storage
import Terminal
import Workspace

/// The form in which a person signs: what it shows, what it asks, and which answer is consent.
///
/// Some clients accept forms unasked, and hooks fill them in: so to accept is not enough. The decision has no default,
/// and the ticket's key has to be typed.
struct SignOffForm {
  private static let consent = "post"
  private static let width = 76

  /// Some clients cut taller ones, and with them the fields.
  private static let drawnLines = 22

  let sheet: SignOffSheet

  /// What the person reads.
  var message: String {
    let terms = sheet.terms
    let facts = sheet.facts.map { "\($0.name.isEmpty ? "" : "\($0.name): ")\(Sanitized($0.text))" }
    let warnings = sheet.warnings.map { "! \(Sanitized($0))" }
    let drawn = drawing
    let rest = drawn.count - Self.drawnLines
    let more = rest > 0 ? ["… and \(rest) more lines: postmortem show \(terms.record)"] : []
    let rule = String(repeating: "─", count: 40)
    let lines =
      ["Post the record \(terms.record) to \(terms.ticket)?"] + facts + warnings + [rule]
      + drawn.prefix(Self.drawnLines) + more
      + [rule, "payload sha256 \(terms.payload)", "It counts once, for ten minutes."]
    return lines.joined(separator: "\n")
  }

  private var drawing: [String] {
    switch sheet.drawing {
    case .document(let document):
      ADFText(folded(document), width: Self.width, usesColor: false).lines.map(\.plain)
    case .markup(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        Sanitized(String($0)).description.lines(wrappedTo: Self.width)
      }
    }
  }

  /// What Jira folds away is folded here, too: only its title stands in the way of what readers see.
  private func folded(_ document: ADFDocument) -> ADFDocument {
    var document = document
    document.blocks = document.blocks.map { block in
      guard case .expand(let title, _) = block else { return block }
      return .expand(title: title, [])
    }
    return document
  }

  /// What is asked with it, as the protocol puts it.
  func parameters(in revision: Revision) -> [String: JSONTree] {
    var parameters: [String: JSONTree] = [
      "message": .text(message),
      "requestedSchema": .object([
        "type": .text("object"), "required": .list([.text("decision"), .text("type_key")]),
        "properties": .object([
          "decision": .object([
            "type": .text("string"), "title": .text("Decision"),
            "enum": .list([.text(Self.consent), .text("do not post")]),
          ]),
          "type_key": .object([
            "type": .text("string"), "title": .text("Ticket"),
            "description": .text("Type \(sheet.terms.ticket) to confirm."),
          ]),
        ]),
      ]),
    ]
    if revision >= .november2025 { parameters["mode"] = .text("form") }
    return parameters
  }

  /// Looks whether an answer is consent to posting to a ticket.
  ///
  /// - Throws: `NotPosted` where it is anything else.
  static func requireConsent(_ answer: JSONTree, to ticket: String) throws(NotPosted) {
    guard answer["action"].text == "accept" else {
      throw NotPosted(
        "The person did not approve it (\(Sanitized(answer["action"].text ?? "no answer", limit: 20))).")
    }
    guard answer["content"]["decision"].text == consent else {
      throw NotPosted("The form was accepted without the decision to post.")
    }
    guard answer["content"]["type_key"].text == ticket else {
      throw NotPosted("The ticket's key was not typed as it is.")
    }
  }
}

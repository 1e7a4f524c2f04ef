import Delivery
import FoundationEssentials
import Storage

extension DeliveryDesk {
  /// Shows what would be sent, and asks for it; the approval is kept where approvals wait.
  ///
  /// - Throws: `NotApproved` where anything but an approval is typed; `ConversationInterrupted`.
  func sign(at signOff: SignOff, in workspace: Workspace) throws -> Approval {
    signOff.show(sheet)
    try showPayload(at: signOff, in: workspace)
    let terms = plan.order.terms
    let answer = try signOff.ask(
      """
      \(plan.order.payload.count) bytes, sha256 \(terms.payload)
      Send exactly this to \(terms.ticket), visible to \(terms.visibility)? \(Approval.quotedWords); anything else sends nothing:
      """)
    guard let answer, Approval.isGiven(by: answer) else { throw NotApproved(answer: answer) }
    return try approvals.sign(
      plan.order.terms, by: desk.userName(environment: workspace.environment), at: Self.seconds())
  }

  private func showPayload(at signOff: SignOff, in workspace: Workspace) throws {
    let payload = plan.order.payload
    guard payload.count > signOff.height * 80, let pager = Pager(environment: workspace.environment) else {
      signOff.showPayload(payload)
      return
    }
    // The name is one that is cleared away after a crash.
    OpenFile.removeAbandoned(in: approvals.directory)
    let path = "\(approvals.directory)/payload.growing"
    let file = try OpenFile(creating: path)
    try file.append(payload)
    try pager.show(path, in: workspace)
  }

  /// Now, in seconds since 1970.
  static func seconds() -> Int { Int(Date.now.timeIntervalSince1970) }

  /// A time as evidence tells it.
  static func moment(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}

/// Something else was typed than what approves.
struct NotApproved: Error {
  var answer: String?
}

/// There is no approval, and no terminal to ask at.
struct SignOffNeeded: Error {
  var command: String
  var voids: [ApprovalSearch.Void]
}

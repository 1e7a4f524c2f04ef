import Storage
import Subprocess

/// A request that is being answered.
final class Call: Sendable {
  let id: RequestID
  let parameters: [String: JSONTree]
  let client: Client

  /// Is turned when the client no longer wants an answer, or has gone; nil where the answer takes no time.
  let cancellation: InterruptSwitch?

  init(
    _ id: RequestID, parameters: [String: JSONTree], client: Client, takesTime: Bool
  ) throws(SubprocessError) {
    self.id = id
    self.parameters = parameters
    self.client = client
    cancellation = takesTime ? try InterruptSwitch() : nil
  }

  /// Comes when the client no longer wants an answer, or has gone.
  var interrupt: Interrupt { cancellation?.interrupt ?? .never }

  /// What progress is told under; nil where nobody wants to hear of it.
  var progressToken: JSONTree? {
    guard let token = parameters["_meta"]?["progressToken"], RequestID(token) != nil else { return nil }
    return token
  }

  /// A text among the parameters.
  ///
  /// - Throws: `ProtocolFault` where it is missing.
  func text(_ name: String) throws(ProtocolFault) -> String {
    guard let text = parameters[name]?.text else {
      throw ProtocolFault(.invalidParameters, "`\(name)` must be a string.")
    }
    return text
  }

  /// All lists are one page long.
  ///
  /// - Throws: `ProtocolFault` where another page is asked for.
  func requireFirstPage() throws(ProtocolFault) {
    guard let cursor = parameters["cursor"], cursor != .nothing else { return }
    throw ProtocolFault(.invalidParameters, "There is no such page: the first one holds all.")
  }
}

import Storage
import Synchronization

/// Messages of a program, and those among them that nobody has waited for yet.
final class MessageInbox: Sendable {
  private let kept = Mutex<[JSONValue]>([])

  /// The first message that fits; the others wait for their turn.
  ///
  /// - Parameter next: reads the bytes of the next one.
  func message(where fits: (JSONValue) -> Bool, reading next: () throws -> [UInt8]) throws -> JSONValue {
    let known: JSONValue? = kept.withLock { kept in
      guard let place = kept.firstIndex(where: fits) else { return nil }
      return kept.remove(at: place)
    }
    if let known { return known }
    while true {
      let message = try JSONText.decode(JSONValue.self, from: next())
      if fits(message) { return message }
      kept.withLock { $0.append(message) }
    }
  }

  /// Those that came and that nobody waited for.
  var rest: [JSONValue] { kept.withLock { $0 } }
}

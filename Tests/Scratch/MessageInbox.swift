import Storage
import Synchronization

/// Messages of a program, and those among them that nobody has waited for yet.
final class MessageInbox: Sendable {
  /// A message, and when the last of its bytes had come: what reading it takes is no matter of the program.
  typealias Arrival = (message: JSONValue, moment: ContinuousClock.Instant)

  private let kept = Mutex<[Arrival]>([])

  /// The first message that fits; the others wait for their turn.
  ///
  /// - Parameter next: reads the bytes of the next one.
  func message(where fits: (JSONValue) -> Bool, reading next: () throws -> [UInt8]) throws -> JSONValue {
    try arrival(where: fits, reading: next).message
  }

  /// The same with the moment at which it came.
  func arrival(where fits: (JSONValue) -> Bool, reading next: () throws -> [UInt8]) throws -> Arrival {
    let known: Arrival? = kept.withLock { kept in
      guard let place = kept.firstIndex(where: { fits($0.message) }) else { return nil }
      return kept.remove(at: place)
    }
    if let known { return known }
    while true {
      let bytes = try next()
      let moment = ContinuousClock.now
      let message = try JSONText.decode(JSONValue.self, from: bytes)
      if fits(message) { return (message, moment) }
      kept.withLock { $0.append((message, moment)) }
    }
  }

  /// Those that came and that nobody waited for.
  var rest: [JSONValue] { kept.withLock { $0.map(\.message) } }
}

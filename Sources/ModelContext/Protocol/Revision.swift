/// A revision of the Model Context Protocol that is spoken here.
///
/// Source: https://modelcontextprotocol.io/specification; that of 2025-03-26 is left out, since it wants batches, which
/// all later ones forbid.
enum Revision: String, CaseIterable, Comparable {
  case november2024 = "2024-11-05"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"

  /// The one without a handshake: each request says by itself what its client speaks and can do.
  case stateless = "2026-07-28"

  static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }

  /// What is offered in a handshake to a client that asks for something else.
  static let newestWithHandshake = november2025

  /// Whether tools have titles, schemas of their output and structured results, and people can be asked.
  var isStructured: Bool { self >= .june2025 }

  /// Whether tools say what they change, and arguments are completed.
  var hasAnnotations: Bool { self > .november2024 }

  /// All of them, the newest first, as clients are told.
  static let supported = allCases.sorted(by: >).map(\.rawValue)
}

import Masking
import Terminal

/// The secrets that an operation masked, a line each, and how to keep one.
struct MaskedText {
  private let places: [MaskedPlace]

  init(_ places: [MaskedPlace]) {
    self.places = places
  }

  var lines: [StyledText] {
    guard !places.isEmpty else { return [] }
    return places.map { place in
      StyledText("Masked: \(Sanitized(place.fingerprint)) in \(Sanitized(place.place))", .yellow)
    } + ["  → where one is no secret: --allow-secret FINGERPRINT"]
  }
}

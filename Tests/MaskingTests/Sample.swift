@testable import Masking

/// A text made from an example of a rule: `⟨hex 32⟩` becomes invented characters, ⟦ and ⟧ mark the secret.
struct Sample {
  private(set) var text: [UInt8] = []
  private(set) var secret: Range<Int> = 0..<0

  private static let sets: [String: [UInt8]] = [
    "alnum": Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8),
    "letter": Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8),
    "base64": Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/".utf8),
    "url": Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-".utf8),
    "hex": Array("0123456789abcdef".utf8), "digit": Array("0123456789".utf8),
    "base32": Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8),
  ]

  init(_ template: String, seed: UInt64 = 1) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var rest = template[...]
    var start = 0
    while let character = rest.popFirst() {
      switch character {
      case "⟦": start = text.count
      case "⟧": secret = start..<text.count
      case "⟨":
        let words = rest.prefix { $0 != "⟩" }.split(separator: " ")
        rest = rest.drop { $0 != "⟩" }.dropFirst()
        let set = Self.sets[String(words[0])] ?? []
        for _ in 0..<(Int(words[1]) ?? 0) {
          random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          text.append(set[Int(random >> 33) % set.count])
        }
      default: text += String(character).utf8
      }
    }
  }
}

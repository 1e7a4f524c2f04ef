import Chance
import Grounding

/// A slip of the pen, or a mix-up, in what a record names.
enum ClaimMutation: String, CaseIterable {
  /// One letter dropped, doubled, replaced, or changed with the next one.
  case letter

  /// One digit replaced.
  case digit

  /// A part taken from another name of the same record: `queue_push` and `job_start` make `queue_start`.
  case neighbour

  /// A claim's text changed so; nil where there is nothing to change, or nothing comes of it.
  func apply(to claim: Claim, beside others: [String], using random: inout SplitMix) -> String? {
    let text = Array(claim.text.utf8)
    let changed: [UInt8]? =
      switch self {
      case .letter: claim.kind == .line || claim.kind == .number ? nil : Self.letter(in: text, of: claim.kind, &random)
      case .digit: Self.digit(in: text, of: claim.kind, &random)
      case .neighbour: Self.neighbour(of: text, claim.kind, others.map { Array($0.utf8) }, &random)
      }
    guard let changed, changed != text else { return nil }
    return String(decoding: changed, as: UTF8.self)
  }

  private static func letter(in text: [UInt8], of kind: Claim.Kind, _ random: inout SplitMix) -> [UInt8]? {
    let places = text.indices.filter { isLetter(text[$0]) }
    guard !places.isEmpty else { return nil }
    var text = text
    let place = random.pick(places)
    if kind == .commit {
      text[place] = random.pick(Array("abcdef".utf8))
      return text
    }
    switch random.number(0...3) {
    case 0: text.remove(at: place)
    case 1: text.insert(text[place], at: place)
    case 2 where place + 1 < text.count: text.swapAt(place, place + 1)
    default: text[place] = random.pick(Array("abcdefghijklmnopqrstuvwxyz".utf8))
    }
    return text
  }

  private static func digit(in text: [UInt8], of kind: Claim.Kind, _ random: inout SplitMix) -> [UInt8]? {
    // Of a line only its number.
    let start = kind == .line ? text.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0 : 0
    let places = text.indices.filter { $0 >= start && (0x30...0x39).contains(text[$0]) }
    guard !places.isEmpty else { return nil }
    var text = text
    text[random.pick(places)] = UInt8(0x30 + random.number(0...9))
    return text
  }

  /// The last part comes from another name: behind the last slash of a path, behind the last underscore of a name.
  private static func neighbour(
    of text: [UInt8], _ kind: Claim.Kind, _ others: [[UInt8]], _ random: inout SplitMix
  ) -> [UInt8]? {
    let mark: UInt8
    switch kind {
    case .identifier: mark = UInt8(ascii: "_")
    case .path: mark = UInt8(ascii: "/")
    default: return nil
    }
    guard let end = text.lastIndex(of: mark), end > 0 else { return nil }
    let tails = others.compactMap { other -> [UInt8]? in
      guard let place = other.lastIndex(of: mark), place > 0, place + 1 < other.count else { return nil }
      let tail = Array(other[(place + 1)...])
      return tail == Array(text[(end + 1)...]) ? nil : tail
    }
    return tails.isEmpty ? nil : text[...end] + random.pick(tails)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

import Spelling
import Tone

/// What a finding of a team's rule says, with the words that were found.
struct TeamMessage: Sendable {
  /// A piece of it.
  enum Part: Sendable, Equatable {
    case text(String)

    /// The words as they stand there.
    case match

    /// What is to stand there.
    case replacement
  }

  var parts: [Part]

  /// Reads a text in which `{match}` and `{replacement}` stand for these; nil with the name of any other.
  static func read(_ text: String) -> (message: TeamMessage?, unknown: String?) {
    var parts: [Part] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      parts.append(.text(String(rest[..<open])))
      let name = String(rest[rest.index(after: open)..<close])
      switch name {
      case "match": parts.append(.match)
      case "replacement": parts.append(.replacement)
      default: return (nil, name)
      }
      rest = rest[rest.index(after: close)...]
    }
    parts.append(.text(String(rest)))
    return (TeamMessage(parts: parts), nil)
  }

  /// Whether it tells of a replacement.
  var needsReplacement: Bool { parts.contains(.replacement) }

  func words(match: String, replacement: String?) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .match: match
      case .replacement: replacement ?? "something else"
      }
    }.joined()
  }

  /// Words of a block as a message shows them: in one line, a mark for what is not read.
  static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      let isHidden = byte == ProseBlock.hidden
      if isHidden, text.last == ProseBlock.hidden { continue }
      text.append(byte == 0x0A || byte == 0x09 ? 0x20 : byte)
    }
    return String(decoding: text, as: UTF8.self).replacing("\u{1}", with: "…")
  }
}

/// Text that is no Markdown made to read so, and to do nothing when it is posted.
enum GitHubText {
  /// A comment that parts what must not be read as one word.
  static let parting = "<!-- -->"

  /// A dollar sign that begins no formula, as GitHub's documentation writes it.
  static let dollar = "<span>$</span>"

  /// The text on one line, fit for a cell of a table too, with something put in where it would have an effect.
  static func escaped(_ text: some Collection<UInt8>, _ effects: [PostedEffects.Effect]) -> [UInt8] {
    var output: [UInt8] = []
    var effects = effects[...]
    let bytes = Array(text)
    for (offset, byte) in bytes.enumerated() {
      let effect = effects.first?.offset == offset ? effects.popFirst() : nil
      switch effect?.rule {
      case .math?:
        output += Array(dollar.utf8)
        continue
      case .some: output += Array(parting.utf8)
      case nil: break
      }
      switch byte {
      case 0x0A, 0x0D: output.append(0x20)
      // A cell is parted before escapes are read.
      case UInt8(ascii: "|"): output += Array("&#124;".utf8)
      default:
        if isSign(byte, at: offset, in: bytes) { output.append(UInt8(ascii: "\\")) }
        output.append(byte)
      }
    }
    return output
  }

  /// Whether a byte may be markup, or part an address from what makes it a link.
  private static func isSign(_ byte: UInt8, at offset: Int, in bytes: [UInt8]) -> Bool {
    switch byte {
    case UInt8(ascii: ":"): bytes[(offset + 1)...].starts(with: "//".utf8)
    case UInt8(ascii: "."): bytes[..<offset].suffix(3).map(ASCII.lowercased).elementsEqual("www".utf8)
    default: "\\`*_[]<&~!".utf8.contains(byte)
    }
  }

  /// A fence that is longer than any in the text.
  static func fence(around text: some Sequence<UInt8>) -> String {
    var (longest, run) = (2, 0)
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "`", count: longest + 1)
  }

  /// An address between the parentheses of a link.
  static func target(_ url: String, title: String = "") -> String {
    let address = url.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "&"): [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "|"): Array("%7C".utf8)
      default: [byte]
      }
    }
    let text = "(" + String(decoding: address, as: UTF8.self)
    guard !title.isEmpty else { return text + ")" }
    let quoted = escaped(title.utf8, []).flatMap { byte -> [UInt8] in
      byte == UInt8(ascii: "\"") ? [UInt8(ascii: "\\"), byte] : [byte]
    }
    return text + " \"" + String(decoding: quoted, as: UTF8.self) + "\")"
  }
}

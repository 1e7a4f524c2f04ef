/// Puts facts into a template, piece by piece.
struct TemplateRendering {
  private var output: [UInt8] = []

  /// What was put in, without white space around it and at the ends of the template's own lines.
  var text: String {
    let isBlank = { (byte: UInt8) in byte == 0x0A || byte == 0x20 || byte == 0x09 }
    return String(decoding: Array(output.reversed().drop(while: isBlank).reversed()), as: UTF8.self)
  }

  mutating func add(_ parts: [Template.Part], values: [String: TemplateValue]) {
    for part in parts {
      switch part {
      case .literal(let text): add(literal: text)
      case .value(let name, let asSentence):
        guard case .text(let text)? = values[name] else { continue }
        add(value: asSentence ? Self.sentence(text) : text)
      case .block(let name, let parts):
        guard let value = values[name], value.isThere else { continue }
        guard case .list(let elements) = value else {
          add(parts, values: values)
          continue
        }
        for (place, element) in elements.enumerated() {
          // The element's own names hide those around it, also where it has nothing under them.
          var inner = values.merging(element) { _, own in own }
          inner["first"] = .flag(place == 0)
          inner["last"] = .flag(place == elements.count - 1)
          add(parts, values: inner)
        }
      case .inverted(let name, let parts):
        if values[name]?.isThere != true { add(parts, values: values) }
      }
    }
  }

  /// The template's own text: blank lines that stand side by side, or at the start, are what blocks left behind.
  private mutating func add(literal text: String) {
    for byte in text.utf8 {
      guard byte == 0x0A else {
        output.append(byte)
        continue
      }
      while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
      if output.isEmpty || output.suffix(2).elementsEqual([0x0A, 0x0A]) { continue }
      output.append(byte)
    }
  }

  /// A fact; where it has several lines, the later ones stay within the list item that it is put into.
  private mutating func add(value: String) {
    var margin: [UInt8]?
    for byte in value.utf8 {
      if byte != 0x0A, output.last == 0x0A, let margin { output += margin }
      if byte == 0x0A, margin == nil { margin = self.margin }
      output.append(byte)
    }
  }

  /// White space as wide as the marks of lists that the last line begins with; marks of quotations stay.
  private var margin: [UInt8] {
    let line = output[((output.lastIndex(of: 0x0A) ?? -1) + 1)...]
    var margin: [UInt8] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let isFollowedByBlank = index + 1 < line.endIndex && line[index + 1] == 0x20
      switch byte {
      case 0x20: margin.append(0x20)
      case UInt8(ascii: ">"): margin.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard isFollowedByBlank else { return margin }
        margin.append(0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digits = line[index...].prefix { (0x30...0x39).contains($0) }
        let behind = digits.endIndex
        guard behind + 1 < line.endIndex, line[behind] == UInt8(ascii: "."), line[behind + 1] == 0x20 else {
          return margin
        }
        margin += Array(repeating: 0x20, count: digits.count + 1)
        index = behind
      default: return margin
      }
      index += 1
    }
    return margin
  }

  private static func sentence(_ text: String) -> String {
    guard let last = text.last(where: { !"`\"”’')*_".contains($0) }), !".!?…:".contains(last) else {
      return text
    }
    return "\(text)."
  }
}

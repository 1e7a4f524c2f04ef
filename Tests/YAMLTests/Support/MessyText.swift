import Chance
import YAML

/// Writes values the way people do: quotes of all kinds, comments everywhere, uneven indentation.
struct MessyText {
  var random: SplitMix
  private var comments = 0

  init(seed: UInt64) { random = SplitMix(seed: seed &+ 0xC0FFEE) }

  /// What follows a `:` or `-`: the rest of the line, and the lines below.
  private struct Part {
    var head: String
    var body: [String] = []
  }

  mutating func document(_ value: YAMLValue) -> String {
    var lines: [String] = []
    if random.chance(20) { lines += [comment()] }
    if random.chance(15) { lines += ["---"] }
    lines += noise(0)
    let part = part(value, parent: -1, isRoot: true)
    lines += (part.head.isEmpty ? [] : [part.head]) + part.body
    lines += noise(0)
    if random.chance(5) { lines += ["..."] }
    let ending = random.chance(25) ? "\r\n" : "\n"
    let mark = random.chance(5) ? "\u{FEFF}" : ""
    return mark + lines.joined(separator: ending) + (random.chance(85) ? ending : "")
  }

  private mutating func comment() -> String {
    comments += 1
    return "# comment \(comments)"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Blank lines and comments, as they stand between entries.
  private mutating func noise(_ column: Int) -> [String] {
    var lines: [String] = []
    while random.chance(20) {
      lines.append(random.pick(["", "", spaces(random.number(0...1)), spaces(column) + comment()]))
    }
    return lines
  }

  private mutating func withComment(_ text: String) -> String {
    if random.chance(25) { return text + spaces(random.number(1...3)) + comment() }
    return random.chance(5) ? text + " " : text
  }

  private mutating func part(_ value: YAMLValue, parent: Int, isRoot: Bool = false, isItem: Bool = false)
    -> Part
  {
    switch value {
    case .null:
      let word = isRoot ? "~" : random.pick(["", "", "~", "null"])
      return Part(head: withComment(word))
    case .text(let text): return scalar(text, parent: parent, isRoot: isRoot)
    case .list(let elements) where elements.isEmpty || random.chance(20): return flow(value, parent: parent)
    case .map(let entries) where entries.isEmpty || random.chance(20): return flow(value, parent: parent)
    case .list(let elements):
      let least = isRoot ? 0 : isItem ? 1 : 0
      let column = isRoot ? 0 : parent + random.number(least...3)
      var lines: [String] = []
      for element in elements { lines += noise(column) + item(element, column: column) }
      return Part(head: isRoot ? "" : withComment(""), body: lines)
    case .map(let entries):
      let column = isRoot ? 0 : parent + random.number(1...4)
      var lines: [String] = []
      for entry in entries { lines += noise(column) + self.entry(entry, column: column) }
      return Part(head: isRoot ? "" : withComment(""), body: lines)
    }
  }

  private mutating func entry(_ entry: YAMLValue.Entry, column: Int) -> [String] {
    let key = random.chance(15) ? "\"\(entry.key)\"" : entry.key
    let part = part(entry.value, parent: column)
    let colon = random.chance(5) ? " :" : ":"
    let gap = part.head.isEmpty ? "" : spaces(random.number(1...2))
    return [spaces(column) + key + colon + gap + part.head] + part.body
  }

  private mutating func item(_ element: YAMLValue, column: Int) -> [String] {
    let gap = random.number(1...3)
    let inner = column + 1 + gap
    var lines: [String] = []
    switch element {
    case .map(let entries) where !entries.isEmpty && random.chance(70):
      for entry in entries { lines += (lines.isEmpty ? [] : noise(inner)) + self.entry(entry, column: inner) }
    case .list(let elements) where !elements.isEmpty && random.chance(70):
      for element in elements { lines += (lines.isEmpty ? [] : noise(inner)) + item(element, column: inner) }
    default:
      let part = part(element, parent: column, isItem: true)
      return [spaces(column) + "-" + (part.head.isEmpty ? "" : spaces(gap)) + part.head] + part.body
    }
    let first = lines.removeFirst()
    return [spaces(column) + "-" + spaces(gap) + first.dropFirst(inner)] + lines
  }

  private mutating func scalar(_ text: String, parent: Int, isRoot: Bool) -> Part {
    let inner = spaces(max(parent, 0) + random.number(1...4))
    let quoted =
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    switch random.number(0...9) {
    case 0: return Part(head: withComment(quoted))
    case 1: return Part(head: withComment("\"\(text)\""))
    case 2: return Part(head: withComment("|-"), body: [inner + text] + blankLines())
    case 3: return Part(head: withComment(">-"), body: [inner + text] + blankLines())
    case 4 where text == "two words" && !isRoot:
      return Part(head: "two", body: [inner + withComment("words")])
    case 5 where text == "two words":
      return Part(
        head: "\"two", body: ["", inner + "\\", inner + withComment("words\"")].filter { !$0.isEmpty })
    case 6 where !isRoot:
      let lines = random.chance(30) ? [inner + comment()] : []
      return Part(head: withComment(""), body: lines + [inner + withComment(text)])
    default: return Part(head: withComment(text))
    }
  }

  private mutating func blankLines() -> [String] {
    Array(repeating: "", count: random.chance(20) ? random.number(1...2) : 0)
  }

  private mutating func flow(_ value: YAMLValue, parent: Int) -> Part {
    let column = max(parent, 0) + random.number(1...4)
    guard random.chance(40) else { return Part(head: withComment(inline(value))) }
    let items: [String]
    let brackets: (String, String)
    switch value {
    case .list(let elements):
      items = elements.map { inline($0) }
      brackets = ("[", "]")
    case .map(let entries):
      items = entries.map { "\"\($0.key)\": " + inline($0.value) }
      brackets = ("{", "}")
    default: return Part(head: "")
    }
    let trailing = random.chance(40) ? "," : ""
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      if random.chance(15) { lines.append(spaces(column) + comment()) }
      lines.append(spaces(column) + withComment(item + (index == items.count - 1 ? trailing : ",")))
    }
    return Part(head: withComment(brackets.0), body: lines + [spaces(column) + withComment(brackets.1)])
  }

  private mutating func inline(_ value: YAMLValue) -> String {
    switch value {
    case .null: return random.pick(["~", "null"])
    case .text(let text):
      return random.pick(["\"\(text)\"", text.contains("'") ? "\"\(text)\"" : "'\(text)'"])
    case .list(let elements):
      let gap = random.pick(["", " "])
      return "[" + gap + elements.map { inline($0) }.joined(separator: random.pick([", ", ",", " , "])) + gap
        + "]"
    case .map(let entries):
      return "{"
        + entries.map { "\"\($0.key)\":" + random.pick(["", " "]) + inline($0.value) }
        .joined(separator: ", ") + "}"
    }
  }
}

/// Reads classes of words and patterns, and gives each word its number.
struct CueCompiler {
  private(set) var words = WordTable(capacity: 6000)
  private(set) var sets: [WordSet] = []

  /// The steps of all patterns, those of each in a row.
  private(set) var steps: [Pattern.Step] = []

  /// The sets by how they are written: the number of a text is one more than the place of its set.
  private var setTexts = WordTable(capacity: 3000)

  /// The classes by their names, in the same way.
  private var classNames = WordTable(capacity: 100)
  private var classes: [WordSet] = []

  init() {
    for mark in Mark.allCases { _ = words.insert(Array(mark.sign.utf8)[...]) }
  }

  /// Gives numbers that follow each other to words that have none yet.
  mutating func learn(_ text: String) -> Range<WordTable.Number> {
    let first = WordTable.Number(words.count)
    for word in Self.elements(of: Array(text.utf8)[...]) { _ = words.insert(word) }
    return first..<WordTable.Number(words.count)
  }

  /// Reads classes, one a line: `name: word word @class`.
  mutating func define(_ text: String) {
    for line in Self.lines(of: text) { define(line) }
  }

  /// Reads patterns, one a line.
  mutating func compile(_ text: String, group: Int) -> [CueBook.Cue] {
    Self.lines(of: text).map { compile($0, group: group) }
  }

  // MARK: Classes of words

  private static func lines(of text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: 0x0A)
  }

  private static func elements(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { $0 == 0x20 || $0 == 0x0A }
  }

  private mutating func define(_ line: ArraySlice<UInt8>) {
    let parts = Self.elements(of: line)
    guard let name = parts.first?.dropLast() else { return }
    var set = WordSet()
    for word in parts.dropFirst() { add(word, to: &set) }
    precondition(classNames.number(of: name) == 0, "A class of words is defined once.")
    _ = classNames.insert(name)
    classes.append(set)
  }

  private mutating func add(_ word: ArraySlice<UInt8>, to set: inout WordSet) {
    if word.first == UInt8(ascii: "@") {
      let number = Int(classNames.number(of: word.dropFirst()))
      precondition(
        number > 0, "A class of words is defined before it is used: \(String(decoding: word, as: UTF8.self))")
      set.formUnion(classes[number - 1])
    } else {
      guard word.elementsEqual("UNKNOWN".utf8) else {
        set.insert(words.insert(word))
        return
      }
      // A word that is not in the table has no number of its own, with a capital or without.
      for number in [0, Mark.proper.rawValue, Mark.properOwner.rawValue] { set.insert(number) }
    }
  }

  private mutating func set(_ text: ArraySlice<UInt8>) -> WordSet.Index {
    let number = Int(setTexts.insert(text))
    if number <= sets.count { return WordSet.Index(number - 1) }
    var set = WordSet()
    for word in text.split(separator: UInt8(ascii: "|")) { add(word, to: &set) }
    sets.append(set)
    return WordSet.Index(number - 1)
  }

  // MARK: Patterns

  private mutating func compile(_ line: ArraySlice<UInt8>, group: Int) -> CueBook.Cue {
    var elements = Self.elements(of: line)
    var mend: String?
    if let arrow = elements.firstIndex(where: {
      $0.first == UInt8(ascii: "-") && $0.last == UInt8(ascii: ">")
    }) {
      mend = elements[(arrow + 1)...].map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      elements.removeSubrange(arrow...)
    }
    let marked = elements.firstIndex { $0.first == UInt8(ascii: "=") }
    guard let anchor = marked ?? elements.firstIndex(where: { Self.takesOne($0) }) else {
      preconditionFailure("A pattern has a word for its anchor: \(String(decoding: line, as: UTF8.self))")
    }
    let anchorSet = set(marked == nil ? elements[anchor] : elements[anchor].dropFirst())
    let right = addSteps(elements[(anchor + 1)...])
    let left = addSteps(elements[..<anchor].reversed())
    return CueBook.Cue(
      pattern: Pattern(anchor: anchorSet, right: right, left: left), group: group, mend: mend)
  }

  private static func takesOne(_ element: ArraySlice<UInt8>) -> Bool {
    switch element.first {
    case UInt8(ascii: "!"), UInt8(ascii: "^"), UInt8(ascii: "$"): false
    case UInt8(ascii: "."): element.count == 1
    default: element.last != UInt8(ascii: "?") && element.last != UInt8(ascii: "*")
    }
  }

  /// Adds steps, and says where they are.
  private mutating func addSteps(_ elements: some Sequence<ArraySlice<UInt8>>) -> Range<Int> {
    let start = steps.count
    for element in elements { steps.append(step(element)) }
    return start..<steps.count
  }

  private mutating func step(_ element: ArraySlice<UInt8>) -> Pattern.Step {
    switch element.first {
    case UInt8(ascii: "!"): return .not(set(element.dropFirst()))
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .edge
    case UInt8(ascii: ".") where element.count > 2: return gap(element.dropFirst(2))
    default: break
    }
    switch element.last {
    case UInt8(ascii: "?"): return .upTo(1, set(element.dropLast()))
    case UInt8(ascii: "*"): return .upTo(4, set(element.dropLast()))
    default: return .one(set(element))
    }
  }

  /// Reads what follows the two stops of a gap: `3`, or `3!one|other`.
  private mutating func gap(_ text: ArraySlice<UInt8>) -> Pattern.Step {
    let digits = text.prefix { $0 >= 0x30 && $0 <= 0x39 }
    let limit = digits.reduce(0) { $0 * 10 + Int32($1 - 0x30) }
    let rest = text.dropFirst(digits.count)
    return .gap(limit, without: rest.isEmpty ? nil : set(rest.dropFirst()))
  }
}

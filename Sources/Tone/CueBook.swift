/// All cues, compiled: from a word to the patterns of which it is the anchor.
struct CueBook: Sendable {
  /// A compiled line of a group.
  struct Cue: Sendable {
    var pattern: Pattern
    var group: Int
    var mend: String?
  }

  private(set) var words: WordTable
  private(set) var sets: [WordSet] = []
  let groups: [CueGroup]
  let givenNames: Range<WordTable.Number>
  let abbreviations: Range<WordTable.Number>

  /// What is a finding, and what shows that one is none.
  private(set) var cues = Anchored()
  private(set) var guards = Anchored()

  /// What shows that a sentence rejects a hypothesis; the group of these is of no meaning.
  private(set) var rejections = Anchored()

  private var setsByText: [[UInt8]: WordSet.Index] = [:]
  private var classes: [[UInt8]: WordSet] = [:]

  /// The cues of all rules.
  static let standard = CueBook(CueGroup.all)

  init(_ groups: [CueGroup]) {
    self.groups = groups
    words = WordTable(capacity: 6000)
    for mark in Mark.allCases { _ = words.insert(Array(mark.sign.utf8)) }
    var firstFree = WordTable.Number(words.count)
    for word in Self.elements(of: Lexicon.abbreviations) { _ = words.insert(word) }
    abbreviations = firstFree..<WordTable.Number(words.count)
    firstFree = WordTable.Number(words.count)
    for word in Self.elements(of: Lexicon.givenNames) { _ = words.insert(word) }
    givenNames = firstFree..<WordTable.Number(words.count)
    for line in Lexicon.classes.utf8.split(separator: 0x0A) { define(line) }
    var found: (cues: [Cue], guards: [Cue], rejections: [Cue]) = ([], [], [])
    for (index, group) in groups.enumerated() {
      for line in group.cues.utf8.split(separator: 0x0A) { found.cues.append(compile(line, group: index)) }
      for line in group.unless.utf8.split(separator: 0x0A) {
        found.guards.append(compile(line, group: index))
      }
    }
    for line in Lexicon.rejections.utf8.split(separator: 0x0A) {
      found.rejections.append(compile(line, group: 0))
    }
    cues = Anchored(found.cues, sets: sets, wordCount: words.count)
    guards = Anchored(found.guards, sets: sets, wordCount: words.count)
    rejections = Anchored(found.rejections, sets: sets, wordCount: words.count)
  }

  // MARK: Classes of words

  private static func elements(of text: String) -> [Substring.UTF8View] {
    text.utf8.split { $0 == 0x20 || $0 == 0x0A }
  }

  /// Reads `name: word word @class`.
  private mutating func define(_ line: Substring.UTF8View) {
    let parts = line.split(separator: 0x20)
    guard let name = parts.first else { return }
    var set = WordSet()
    for word in parts.dropFirst() { add(word, to: &set) }
    classes[Array(name.dropLast()), default: WordSet()].formUnion(set)
  }

  private mutating func add(_ word: Substring.UTF8View, to set: inout WordSet) {
    if word.first == UInt8(ascii: "@") {
      guard let members = classes[Array(word.dropFirst())] else {
        preconditionFailure("No class of words is called \(Substring(word)).")
      }
      set.formUnion(members)
    } else {
      // A word that is not in the table has no number of its own.
      set.insert(word.elementsEqual("UNKNOWN".utf8) ? 0 : words.insert(word))
    }
  }

  private mutating func set(_ text: Substring.UTF8View) -> WordSet.Index {
    let key = Array(text)
    if let known = setsByText[key] { return known }
    var set = WordSet()
    for word in text.split(separator: UInt8(ascii: "|")) { add(word, to: &set) }
    let index = WordSet.Index(sets.count)
    sets.append(set)
    setsByText[key] = index
    return index
  }

  // MARK: Patterns

  private mutating func compile(_ line: Substring.UTF8View, group: Int) -> Cue {
    var elements = line.split(separator: 0x20)
    var mend: String?
    if let arrow = elements.firstIndex(where: { $0.elementsEqual("->".utf8) }) {
      mend = elements[(arrow + 1)...].map { String(Substring($0)) }.joined(separator: " ")
      elements.removeSubrange(arrow...)
    }
    let marked = elements.firstIndex { $0.first == UInt8(ascii: "=") }
    guard let anchor = marked ?? elements.firstIndex(where: { Self.takesOne($0) }) else {
      preconditionFailure("A pattern has a word for its anchor: \(Substring(line)).")
    }
    var word = elements[anchor]
    if marked != nil { word = word.dropFirst() }
    let anchorSet = set(word)
    let right = elements[(anchor + 1)...].map { step($0) }
    let left = elements[..<anchor].reversed().map { step($0) }
    return Cue(pattern: Pattern(anchor: anchorSet, right: right, left: left), group: group, mend: mend)
  }

  private static func takesOne(_ element: Substring.UTF8View) -> Bool {
    switch element.first {
    case UInt8(ascii: "!"), UInt8(ascii: "^"), UInt8(ascii: "$"): false
    case UInt8(ascii: "."): element.count == 1
    default: element.last != UInt8(ascii: "?") && element.last != UInt8(ascii: "*")
    }
  }

  private mutating func step(_ element: Substring.UTF8View) -> Pattern.Step {
    switch element.first {
    case UInt8(ascii: "!"): return .not(set(element.dropFirst()))
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .edge
    case UInt8(ascii: ".") where element.count > 2:
      let parts = element.dropFirst(2).split(separator: UInt8(ascii: "!"), maxSplits: 1)
      let limit = parts.first.flatMap { Int(Substring($0)) } ?? 0
      return .gap(limit, without: parts.count > 1 ? set(parts[1]) : nil)
    default: break
    }
    switch element.last {
    case UInt8(ascii: "?"): return .upTo(1, set(element.dropLast()))
    case UInt8(ascii: "*"): return .upTo(4, set(element.dropLast()))
    default: return .one(set(element))
    }
  }
}

extension CueBook {
  /// Patterns by the words that may be their anchors.
  struct Anchored: Sendable {
    private var starts: [Int32] = []
    private var order: [Int32] = []
    private(set) var cues: [Cue] = []

    init() {}

    init(_ cues: [Cue], sets: [WordSet], wordCount: Int) {
      self.cues = cues
      var byWord: [[Int32]] = Array(repeating: [], count: wordCount)
      for (index, cue) in cues.enumerated() {
        for word in sets[Int(cue.pattern.anchor)].words { byWord[Int(word)].append(Int32(index)) }
      }
      starts.reserveCapacity(wordCount + 1)
      for list in byWord {
        starts.append(Int32(order.count))
        order += list
      }
      starts.append(Int32(order.count))
    }

    /// Whether any pattern has that word for its anchor.
    func isAnchor(_ word: WordTable.Number) -> Bool {
      starts[Int(word)] != starts[Int(word) + 1]
    }

    /// Where in `cues` the patterns are that have that word for their anchor.
    func indices(of word: WordTable.Number) -> ArraySlice<Int32> {
      order[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
    }
  }
}

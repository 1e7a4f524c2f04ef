/// All cues, compiled: from a word to the patterns of which it is the anchor.
final class CueBook: Sendable {
  /// A compiled line of a group.
  struct Cue: Sendable {
    var pattern: Pattern
    var group: Int
    var mend: String?
  }

  let groups: [CueGroup]

  /// Where each of the groups counts.
  let settings: [Setting]

  /// The words that patterns know, and among their numbers those of given names and of abbreviations.
  let words: WordTable
  let givenNames: Range<WordTable.Number>
  let abbreviations: Range<WordTable.Number>

  /// The steps of all patterns, and which words are in the sets of which they speak.
  let steps: [Pattern.Step]
  let sets: WordSetTable

  /// What is a finding, and what shows that one is none.
  let cues: Anchored
  let guards: Anchored

  /// What shows that a sentence rejects a hypothesis; the group of these is of no meaning.
  let rejections: Anchored

  /// The cues of all rules.
  static let standard = CueBook(CueGroup.all)

  init(_ groups: [CueGroup]) {
    var compiler = CueCompiler()
    abbreviations = compiler.learn(Lexicon.abbreviations)
    givenNames = compiler.learn(Lexicon.givenNames)
    compiler.define(Lexicon.classes)
    var found: (cues: [Cue], guards: [Cue]) = ([], [])
    for (index, group) in groups.enumerated() {
      found.cues += compiler.compile(group.cues, group: index)
      found.guards += compiler.compile(group.unless, group: index)
    }
    let rejecting = compiler.compile(Lexicon.rejections, group: 0)
    self.groups = groups
    settings = groups.map(\.settings)
    words = compiler.words
    steps = compiler.steps
    sets = WordSetTable(compiler.sets, wordCount: words.count)
    cues = Anchored(found.cues, sets: compiler.sets, wordCount: words.count)
    guards = Anchored(found.guards, sets: compiler.sets, wordCount: words.count)
    rejections = Anchored(rejecting, sets: compiler.sets, wordCount: words.count)
  }
}

extension CueBook {
  /// Patterns by the words that may be their anchors.
  struct Anchored: Sendable {
    private var starts: [Int32] = []
    private var order: [Int32] = []

    /// The patterns, the group of each, and what may stand in its place.
    let patterns: [Pattern]
    let groups: [Int]
    let mends: [String?]

    init(_ cues: [Cue], sets: [WordSet], wordCount: Int) {
      patterns = cues.map(\.pattern)
      groups = cues.map(\.group)
      mends = cues.map(\.mend)
      // How many patterns each word has, then where those of each begin, then the patterns themselves.
      starts = Array(repeating: 0, count: wordCount + 1)
      for cue in cues { sets[Int(cue.pattern.anchor)].forEachWord { starts[Int($0) + 1] += 1 } }
      for word in 0..<wordCount { starts[word + 1] += starts[word] }
      order = Array(repeating: 0, count: Int(starts[wordCount]))
      var next = starts
      for (index, cue) in cues.enumerated() {
        sets[Int(cue.pattern.anchor)].forEachWord { word in
          order[Int(next[Int(word)])] = Int32(index)
          next[Int(word)] += 1
        }
      }
    }

    /// Whether any pattern has that word for its anchor.
    func isAnchor(_ word: WordTable.Number) -> Bool {
      starts[Int(word)] != starts[Int(word) + 1]
    }

    /// The places of the patterns that have that word for their anchor.
    func places(of word: WordTable.Number) -> Range<Int> {
      Int(starts[Int(word)])..<Int(starts[Int(word) + 1])
    }

    /// Where in `patterns` the pattern at such a place is.
    func pattern(at place: Int) -> Int { Int(order[place]) }
  }
}

import Record
import Tone

/// A rule that a team has made: words or a pattern in the prose of a record, and what is said of them.
struct TeamRule: Sendable {
  /// What its page tells.
  var page: ReviewRule

  /// Where it looks.
  var scope: TeamScope

  /// What it looks for.
  var finder: TeamFinder

  /// What a finding says.
  var message: TeamMessage

  /// Whether the team answers for its replacements, so that `--fix` may make them.
  var mends = false

  /// How many findings it has in one text, at most.
  var limit = Int.max
}

/// Where in a record a rule looks.
struct TeamScope: Sendable {
  /// The sections; nil for all prose.
  var sections: Set<SectionKind>?

  /// Kinds of blocks, one of which it has to be; empty for all.
  var blocks: [Selector] = []

  /// Whether each sentence is looked at by itself.
  var bySentence = false

  /// Blocks of one kind, and not of others.
  struct Selector: Sendable {
    var wanted: [Kind] = []
    var unwanted: [Kind] = []

    func holds(_ block: ProseBlock) -> Bool {
      wanted.allSatisfy { $0.holds(block) } && !unwanted.contains { $0.holds(block) }
    }
  }

  /// A kind of blocks.
  enum Kind: Sendable {
    case any, paragraph, item, cell, heading, headingOf(level: Int)

    func holds(_ block: ProseBlock) -> Bool {
      switch (self, block.shape) {
      case (.any, _), (.cell, .cell), (.heading, .heading): true
      case (.paragraph, .paragraph): true
      case (.item, .paragraph): block.isInList
      case (.headingOf(let level), .heading(let found)): level == found
      default: false
      }
    }
  }

  /// The parts of a block that are looked at, each by itself.
  func parts(of block: ProseBlock) -> [Range<Int>] {
    if let sections {
      guard let section = block.section, sections.contains(section) else { return [] }
    }
    guard blocks.isEmpty || blocks.contains(where: { $0.holds(block) }) else { return [] }
    return bySentence ? block.sentences : [0..<block.bytes.count]
  }
}

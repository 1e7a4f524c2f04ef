import Markdown
public import Record

/// Finds what can be looked up in a record: in code spans, and where prose has the shape of a commit, a path, a ticket.
///
/// What has no such shape is no claim: a plain word in a code span may be a command, a key or a word of a protocol.
public struct ClaimReader {
  private(set) var claims: [Claim] = []
  private let record: RecordDocument
  private let persons: PersonClaims
  private let branches: Set<String>
  private var section: SectionKind?
  private var isInLink = false

  /// The claims of a record, by place; of its evidence section only the counts, since it lists what the tool keeps.
  ///
  /// - Parameters:
  ///   - persons: who is known: no other name is read as one.
  ///   - branches: the known branches: in a code span such a name is one, where the words in it would be names of code.
  public static func claims(
    in record: RecordDocument, persons: Set<String> = [], branches: Set<String> = []
  ) -> [Claim] {
    var reader = ClaimReader(record: record, persons: PersonClaims(persons), branches: branches)
    reader.claims = FrontMatterClaims.order(in: record)
    for section in record.sections where section.kind != .evidence {
      reader.section = section.kind
      for node in section.nodes { reader.read(node) }
    }
    if let count = FrontMatterClaims.evidence(in: record) { reader.claims.append(count) }
    reader.claims.sort { $0.range.lowerBound < $1.range.lowerBound }
    reader.addSubjects()
    return reader.claims
  }

  private init(record: RecordDocument, persons: PersonClaims, branches: Set<String>) {
    self.record = record
    self.persons = persons
    self.branches = branches
  }

  private mutating func read(_ node: MarkdownNode) {
    switch node.kind {
    case .code:
      guard let range = node.range else { return }
      add(CodeClaims.found(in: Array(node.literalBytes), branches: branches), in: range)
    case .text:
      guard let range = node.range else { return }
      let text = Array(node.literalBytes)
      add(ProseClaims.found(in: text, hasNumbers: hasNumbers, hasAddresses: !isInLink), in: range)
      add(persons.found(in: text).map { (kind: .person, text: Array($0.utf8)) }, in: range)
    case .codeBlock:
      if section == .symptom { readOutput(node) }
    case .htmlBlock, .htmlInline: return
    case .blockQuote: return
    case .link(let url, _):
      if AddressShape.isAddress(url) {
        add([(kind: .address, text: Array(url.utf8))], in: node.enclosingRange)
      }
      isInLink = true
      for child in node.children { read(child) }
      isInLink = false
    default:
      for child in node.children { read(child) }
    }
  }

  /// Whether figures are claims there.
  private var hasNumbers: Bool { section == .symptom || section == .validation }

  /// Each line of output is a claim of its own: output is cut in the middle, and lines are what is searched for.
  private mutating func readOutput(_ block: MarkdownNode) {
    guard let range = block.range else { return }
    var place = range.lowerBound
    for line in block.literalBytes.split(separator: 0x0A) {
      let text = line.trimmedBlanks
      guard text.count > 2, let start = record.text[place..<range.upperBound].place(of: text) else {
        continue
      }
      claims.append(
        Claim(
          kind: .quotation, text: String(decoding: text, as: UTF8.self), range: start..<start + text.count,
          section: section))
      place = start + text.count
    }
  }

  /// Says of days that stand right behind a commit that they are of it.
  private mutating func addSubjects() {
    var commit: Claim?
    for place in claims.indices {
      if claims[place].kind == .commit { commit = claims[place] }
      guard claims[place].kind == .date, let commit, commit.section == claims[place].section,
        commit.range.upperBound <= claims[place].range.lowerBound,
        Apposition.joins(record.text[commit.range.upperBound..<claims[place].range.lowerBound])
      else { continue }
      claims[place].about = commit.text
    }
  }

  /// Claims of a node, each at its own bytes where the source has them as they are.
  private mutating func add(_ found: [(kind: Claim.Kind, text: [UInt8])], in range: Range<Int>) {
    var place = range.lowerBound
    for (kind, text) in found {
      let start = record.text[place..<range.upperBound].place(of: text)
      var claim = Claim(
        kind: kind, text: String(decoding: text, as: UTF8.self),
        range: start.map { $0..<$0 + text.count } ?? range, section: section)
      if kind == .number, let start {
        guard !FigureContext.isNoCount(claim.range, in: record.text) else { continue }
        claim.counted = CountedWords.behind(start + text.count, of: record.text, isProse: true)
      }
      claims.append(claim)
      // What may be a path may be names as well.
      if let start, kind != .path || !claim.isTentative { place = start + text.count }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks around it.
  var trimmedBlanks: ArraySlice<UInt8> {
    let rest = drop(while: Letters.isBlank)
    return rest[..<(rest.lastIndex { !Letters.isBlank($0) }.map { $0 + 1 } ?? rest.startIndex)]
  }
}

import Grounding
import Markdown
import Recognition
import Record

/// Reads off a record what it names: names of the code, files, messages of failures, commits.
struct NamedThings {
  /// What it names, each thing once, where it counts most.
  private(set) var things: [NamedThing] = []

  private var places: [Key: Int] = [:]
  private let record: RecordDocument
  private let lines: LineIndex

  private struct Key: Hashable {
    var kind: Clue.Kind
    var name: String
    var whole: String
  }

  /// More of one record than that is output that nobody reads.
  private static let most = 4_000

  init(of record: RecordDocument, fix: [String]) {
    self.record = record
    lines = LineIndex(record.text)
    for claim in ClaimReader.claims(in: record) { add(claim) }
    for section in record.sections where section.kind != .evidence {
      for node in section.nodes { read(node, in: section) }
    }
    for commit in fix where commit.utf8.count >= 10 {
      add(.commit, String(commit.prefix(10)).lowercased(), at: 0, in: nil)
    }
  }

  private mutating func add(_ claim: Claim) {
    let place = claim.range.lowerBound
    let section = record.sections.first { $0.range.contains(place) }
    switch claim.kind {
    case .identifier: add(.identifier, claim.text, at: place, in: section)
    case .path: addFile(claim.text, at: place, in: section)
    case .line:
      let path = claim.text.split(separator: ":").first.map { String($0) } ?? claim.text
      addFile(path, at: place, in: section)
    case .commit where claim.text.utf8.count >= 10 && section?.kind == .fix:
      add(.commit, String(claim.text.prefix(10)), at: place, in: section)
    default: break
    }
  }

  private mutating func read(_ node: MarkdownNode, in section: RecordSection) {
    for child in [node] + Array(node.descendants) {
      switch child.kind {
      case .code:
        // Several words in a code span may be what a program said.
        addMessage(child.literal, at: child.range?.lowerBound ?? section.range.lowerBound, in: section)
      case .text: addNames(in: child.literalBytes, at: child.range?.lowerBound, in: section)
      case .codeBlock: readBlock(child, in: section)
      default: break
      }
    }
  }

  private mutating func readBlock(_ block: MarkdownNode, in section: RecordSection) {
    let place = block.range?.lowerBound ?? section.range.lowerBound
    let text = Array(block.literalBytes)
    let trace = StackTrace(text)
    for frame in trace.frames {
      if let file = frame.file { addFile(file, at: place, in: section) }
      for name in CodeName.parts(of: frame.function ?? "").prefix(2) {
        add(.identifier, name, at: place, in: section)
      }
    }
    for complaint in trace.complaints {
      addMessage(complaint.message, at: place, in: section)
      if let type = complaint.type.flatMap({ CodeName.parts(of: $0).first }) {
        add(.identifier, type, at: place, in: section)
      }
    }
    addNames(in: text[...], at: place, in: section)
    guard section.kind == .symptom || section.kind == .summary else { return }
    for line in text.split(separator: 0x0A).prefix(60) {
      addMessage(String(decoding: line, as: UTF8.self), at: place, in: section)
    }
  }

  /// Names of several parts stand for code, wherever they stand.
  private mutating func addNames(in text: ArraySlice<UInt8>, at place: Int?, in section: RecordSection) {
    var names: [String] = []
    Words.each(of: text) { word in
      if word.name != nil { names.append(String(decoding: text[word.range], as: UTF8.self)) }
    }
    for name in names { add(.identifier, name, at: place ?? section.range.lowerBound, in: section) }
  }

  private mutating func addMessage(_ message: String, at place: Int, in section: RecordSection) {
    // Most code spans are one word, and no message.
    guard message.utf8.count(where: { $0 == 0x20 }) >= 2 else { return }
    let masked = FailureText.masked(message)
    if FailureText.words(in: masked) >= 3, !FailureText.isBoilerplate(masked) {
      add(.message, masked, at: place, in: section)
    }
  }

  private mutating func addFile(_ path: String, at place: Int, in section: RecordSection?) {
    let parts = path.split(separator: "/")
    guard let name = parts.last, name.contains(".") || parts.count > 1 else { return }
    add(.file, String(name), whole: path, at: place, in: section)
  }

  private mutating func add(
    _ kind: Clue.Kind, _ name: String, whole: String = "", at place: Int, in section: RecordSection?
  ) {
    guard things.count < Self.most, name.utf8.count <= 400 else { return }
    let thing = NamedThing(
      kind: kind, name: name, whole: whole, section: Self.number(of: section),
      line: lines.lineNumber(of: place))
    let key = Key(kind: kind, name: name, whole: whole)
    if let known = places[key] {
      if Self.worth(of: thing.section) > Self.worth(of: things[known].section) { things[known] = thing }
    } else {
      places[key] = things.count
      things.append(thing)
    }
  }

  // MARK: Sections

  /// The kind of a section as a number; 99 for a section of another kind, 98 above the first one.
  private static func number(of section: RecordSection?) -> Int {
    guard let section else { return 98 }
    return section.kind?.order ?? 99
  }

  /// What stands for the commits of the fix, which are in no section.
  static let fixSection = 97

  /// What a section counts that names something, by its number.
  ///
  /// Where the record tells of cause, symptom and fix, what it names is what it is about; elsewhere it is beside the point.
  static func worth(of section: Int) -> Double {
    switch section {
    case SectionKind.summary.order...SectionKind.fix.order: 1
    case SectionKind.howItWasFound.order, SectionKind.whyItSlippedThrough.order, 98: 0.7
    default: 0.5
    }
  }

  /// What a section is called, by its number.
  static func heading(of section: Int) -> String? {
    if section == 99 { return "another section" }
    if section == fixSection { return "the commit of the fix" }
    return SectionKind.allCases.first { $0.order == section }?.heading
  }
}

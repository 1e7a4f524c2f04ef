import Patterns
import Record
import Spelling
import YAML

extension TeamRules {
  /// Reads a file of rules; each is called by the name of the file and its own: `words.no-simply`.
  ///
  /// - Parameters:
  ///   - bytes: what the file holds.
  ///   - file: its path, as errors and pages show it.
  /// - Throws: `YAMLErrors` with all that is not as it must be; `YAMLError` where it is no YAML.
  public init(_ bytes: [UInt8], file: String) throws {
    let reader = YAMLReader(try YAMLDocument(text: bytes, name: file))
    let root = reader.fields(known: ["rules"])
    let name = Self.name(of: file)
    if !TeamRuleReader.isName(name) {
      reader.report(
        .unexpected("the file is to be named by letters, digits, - and _: its name begins that of its rules"),
        at: root.node)
    }
    _ = root.require("rules")
    var ids: Set<String> = []
    for fields in root.list("rules", known: TeamRuleReader.keys) {
      guard let rule = TeamRuleReader(fields, reader, file: file, name: name).rule() else { continue }
      if !ids.insert(rule.page.id).inserted {
        reader.report(
          .unexpected("a rule of this file is named so already"), at: fields.node("id") ?? fields.node)
      }
      rules.append(rule)
    }
    try reader.finish()
  }

  /// The name of a file without its directory and ending.
  static func name(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}

/// Reads one rule of a team.
struct TeamRuleReader {
  static let keys = [
    "id", "severity", "sections", "words", "inflected", "replace", "pattern", "match_case", "replacement",
    "exceptions",
    "message", "reason", "fix", "bad", "good",
  ]

  private let fields: YAMLFields
  private let reader: YAMLReader
  private let file: String
  private let name: String
  private let options: PatternOptions

  init(_ fields: YAMLFields, _ reader: YAMLReader, file: String, name: String) {
    self.fields = fields
    self.reader = reader
    self.file = file
    self.name = name
    options = fields.flag("match_case") == true ? [.knowsAllScripts] : [.knowsAllScripts, .ignoresCase]
  }

  static func isName(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "_")
      }
  }

  /// The rule; nil where it cannot be one, which the reader has been told then.
  func rule() -> TeamRule? {
    let id = fields.requiredText("id")
    let reason = fields.requiredText("reason")
    let severity =
      fields.word("severity", of: Severity.allCases.map(\.rawValue)).flatMap(Severity.init) ?? .warning
    let sections = sections()
    let search = search()
    let message = message()
    let first = sections?.min() ?? .rootCause
    let examples = { (key: String) in
      texts(key).map { ReviewRule.Example(first, $0.0, line: $0.1.position.line) }
    }
    let (bad, good) = (examples("bad"), examples("good"))
    let mends = fields.flag("fix") ?? false
    if mends, fields.node("replacement") == nil, fields.node("replace") == nil, let node = fields.node("fix")
    {
      refuse("there is no replacement that could be made: give `replace` or `replacement`", at: node)
    }
    guard let id, let reason, let search, let message else { return nil }
    guard Self.isName(id) else {
      if let node = fields.node("id") { refuse("“\(id)” is no name: letters, digits, - and _", at: node) }
      return nil
    }
    let page = ReviewRule(
      "\(name).\(id)", .team, severity, search.title, reason: reason, bad: bad, good: good,
      source: .init(file: file, line: fields.node.position.line))
    return TeamRule(
      page: page, scope: TeamScope(sections: sections, bySentence: fields.node("pattern") != nil),
      finder: .terms(search.terms), message: message, mends: mends)
  }

  private func refuse(_ words: String, at node: YAMLNode) { reader.report(.unexpected(words), at: node) }

  // MARK: Where

  private func sections() -> Set<SectionKind>? {
    guard fields.node("sections") != nil else { return nil }
    let known = SectionTemplates.files.map { (name: String($0.name.dropLast(3)), kind: $0.kind) }
    var sections: Set<SectionKind> = []
    for (text, node) in texts("sections") {
      if let kind = known.first(where: { $0.name == text || $0.kind.heading == text })?.kind {
        sections.insert(kind)
      } else {
        let names = known.map(\.name)
        let near = Spelling.nearest(to: text, among: names).map { "; did you mean `\($0)`?" } ?? ""
        reader.report(
          .wrongText(
            key: "sections", expected: "one of: \(names.joined(separator: ", "))\(near)", found: text),
          at: node)
      }
    }
    return sections
  }

  /// The texts of a list, or of a single one, each with its node; empty ones are errors.
  private func texts(_ key: String) -> [(String, YAMLNode)] {
    guard let node = fields.node(key) else { return [] }
    let texts = fields.texts(key)
    let nodes = node.text == nil ? (node.elements ?? []).filter { $0.text != nil } : [node]
    return zip(texts, nodes).filter { text, node in
      let isEmpty = text.allSatisfy(\.isWhitespace)
      if isEmpty { refuse("there is nothing in it to be found", at: node) }
      return !isEmpty
    }
  }

  // MARK: What

  /// What is looked for, and its words for the page.
  private struct Search {
    var terms: TermSearch
    var title: String
  }

  private func search() -> Search? {
    let isInflected = fields.flag("inflected") ?? false
    let replacement = fields.text("replacement")
    if let replacement, replacement.contains(where: \.isNewline), let node = fields.node("replacement") {
      refuse("a replacement is one line", at: node)
    }
    let words = texts("words")
    let pairs = pairs()
    let exceptions = exceptions()
    if let node = fields.node("pattern") {
      if !words.isEmpty || !pairs.isEmpty || isInflected {
        refuse("a rule has either a pattern or words; make two rules of it", at: node)
      }
      return pattern(at: node, replacement: replacement, exceptions: exceptions)
    }
    guard !words.isEmpty || !pairs.isEmpty else {
      // What is there and cannot be read has been told of.
      if fields.node("words") == nil, fields.node("replace") == nil {
        refuse("there is nothing to look for: give `words`, `replace` or `pattern`", at: fields.node)
      }
      return nil
    }
    var terms: [TermSearch.Term] = []
    let all = words.map { ($0.0, replacement) } + pairs.map { ($0.word, $0.replacement) }
    for (word, replacement) in all {
      for form in isInflected ? PlainWords.forms(of: word) : [word] {
        // Of another form only its own can take the place.
        terms.append(
          .init(
            expression: PlainWords.expression(of: form), words: word, replacement: replacement))
      }
    }
    do throws(PatternError) {
      let search = try TermSearch(terms, in: PlainWords.frame, options: options, exceptions: exceptions)
      return Search(terms: search, title: Self.title(of: all.map(\.0)))
    } catch {
      refuse("PCRE2 does not take these words: \(error.message)", at: fields.node)
      return nil
    }
  }

  private func pattern(at node: YAMLNode, replacement: String?, exceptions: [Pattern]) -> Search? {
    guard let source = fields.text("pattern") else { return nil }
    guard source.utf8.count <= Self.longestPattern else {
      refuse("a pattern has at most \(Self.longestPattern) bytes", at: node)
      return nil
    }
    do throws(PatternError) {
      let pattern = try Pattern(source, options: options)
      if let replacement, let node = fields.node("replacement"),
        let group = Self.groups(in: replacement).first(where: { $0 > pattern.groupCount })
      {
        refuse("the pattern has no group \(group)", at: node)
      }
      let search = TermSearch(pattern, replacement: replacement, exceptions: exceptions)
      return Search(terms: search, title: "what the pattern `\(source)` matches")
    } catch {
      refuse("this is no regular expression: \(error.message), at byte \(error.offset)", at: node)
      return nil
    }
  }

  private static let longestPattern = 2000

  /// The groups that a replacement names.
  private static func groups(in replacement: String) -> [Int] {
    replacement.split(separator: "$", omittingEmptySubsequences: false).dropFirst()
      .compactMap { $0.first?.wholeNumberValue }.filter { $0 > 0 }
  }

  private func pairs() -> [(word: String, replacement: String)] {
    guard let node = fields.node("replace") else { return [] }
    guard let entries = node.entries else {
      reader.report(
        .unexpected("`replace` is to be a mapping: lines of `word: what is to stand there`"), at: node)
      return []
    }
    return entries.compactMap { entry in
      guard let text = entry.value.text, !text.contains(where: \.isNewline),
        !entry.name.allSatisfy(\.isWhitespace)
      else {
        refuse("“\(entry.name)” is to have a text in one line that takes its place", at: entry.value)
        return nil
      }
      return (entry.name, text)
    }
  }

  private func exceptions() -> [Pattern] {
    let phrases = texts("exceptions")
    do throws(PatternError) {
      return try PlainWords.pattern(of: phrases.map(\.0), options: options).map { [$0] } ?? []
    } catch {
      refuse(
        "PCRE2 does not take these exceptions: \(error.message)", at: fields.node("exceptions") ?? fields.node
      )
      return []
    }
  }

  private static func title(of words: [String]) -> String {
    let shown = words.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
    return words.count > 3 ? "\(shown) and \(words.count - 3) more" : shown
  }

  // MARK: How it is said

  private func message() -> TeamMessage? {
    let isReplacedAlways =
      fields.node("replacement") != nil || fields.node("words") == nil && fields.node("replace") != nil
    guard let node = fields.node("message") else {
      if isReplacedAlways { return TeamMessage.read("Write “{replacement}” instead of “{match}”.").message }
      _ = fields.require("message")
      return nil
    }
    guard let text = fields.text("message") else { return nil }
    let (message, unknown) = TeamMessage.read(text)
    if let unknown {
      let near =
        Spelling.nearest(to: unknown, among: ["match", "replacement"]).map { "; did you mean {\($0)}?" } ?? ""
      refuse("{\(unknown)} stands for nothing: {match} and {replacement} do\(near)", at: node)
    }
    if let message, message.needsReplacement, !isReplacedAlways {
      refuse(
        "not everything that this rule finds has a replacement that {replacement} could stand for", at: node)
    }
    return message
  }
}

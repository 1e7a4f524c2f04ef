import Patterns
import YAML

/// Reads a rule of a style that is written for Vale, where it maps to one of ours.
///
/// The format: https://vale.sh/docs/styles. Its expressions are those of .NET; nearly all are expressions of PCRE2 as well.
struct ValeRuleReader {
  /// Why a rule, or a part of one, is not read.
  struct Unreadable: Error {
    var reason: String
  }

  private let root: YAMLNode
  private let id: String
  private let file: String

  /// What is left out of a rule that is read.
  private(set) var leftOut: [String] = []

  init(_ root: YAMLNode, id: String, file: String) {
    self.root = root
    self.id = id
    self.file = file
  }

  mutating func rule() throws(Unreadable) -> TeamRule {
    let kind = try text("extends")
    let finder =
      switch kind {
      case "existence": try existence()
      case "substitution": try substitution()
      case "occurrence": try occurrence()
      case "repetition": try repetition()
      case nil: throw Unreadable(reason: "it does not say what it extends")
      case let other?: throw Unreadable(reason: "what extends “\(other)” is not read here")
      }
    guard let message = try text("message") else { throw Unreadable(reason: "it has no message") }
    let word = try text("level") ?? Severity.warning.rawValue
    guard let severity = Severity(rawValue: word) else {
      throw Unreadable(reason: "there is no level “\(word)”")
    }
    let title = "what `\(id)` of a Vale style looks for"
    let more = [try text("description"), try text("link").map { "See \($0)." }].compactMap { $0 }
    let page = ReviewRule(
      id, .team, severity, title,
      reason: more.isEmpty
        ? "The style says no more than its message: \(message)" : more.joined(separator: " "),
      source: .init(file: file, line: 1))
    return TeamRule(
      page: page, scope: try ValeScope(try texts("scope")).scope, finder: finder,
      message: TeamMessage(vale: message, replacesFirst: kind == "substitution"),
      limit: try number("limit") ?? .max)
  }

  // MARK: Kinds

  /// Keys that every kind has; what is offered to mend something, and code, have no meaning here.
  private static let commonKeys: Set<String> = [
    "extends", "message", "level", "link", "description", "scope", "ignorecase", "nonword", "limit", "action",
    "vocab",
    "code", "name",
  ]

  private func check(_ keys: Set<String>) throws(Unreadable) {
    guard let entries = root.entries else { throw Unreadable(reason: "it is no mapping") }
    if let other = entries.first(where: { !Self.commonKeys.contains($0.name) && !keys.contains($0.name) }) {
      throw Unreadable(reason: "the key “\(other.name)” is not read here")
    }
  }

  private func existence() throws(Unreadable) -> TeamFinder {
    try check(["tokens", "raw", "append", "exceptions"])
    let tokens = try texts("tokens")
    let raw = try texts("raw").joined()
    guard !tokens.isEmpty || !raw.isEmpty else { throw Unreadable(reason: "it has neither tokens nor raw") }
    let edge = try flag("nonword") || tokens.isEmpty ? "" : #"\b"#
    let words = tokens.isEmpty ? "" : "\(edge)(?:\(tokens.joined(separator: "|")))\(edge)"
    let pattern = try Self.pattern(try flag("append") ? words + raw : raw + words, try options())
    var search = TermSearch(pattern, replacement: nil, exceptions: try exceptions())
    search.exceptsWithin = true
    return .terms(search)
  }

  private mutating func substitution() throws(Unreadable) -> TeamFinder {
    try check(["swap", "exceptions", "capitalize"])
    guard let entries = root["swap"]?.entries, !entries.isEmpty else {
      throw Unreadable(reason: "it swaps nothing")
    }
    let options = try options()
    var terms: [TermSearch.Term] = []
    for entry in entries {
      guard let text = entry.value.text else {
        leftOut.append("“\(entry.name)” has no text that takes its place")
        continue
      }
      do throws(Unreadable) {
        _ = try Self.pattern(entry.name, options)
        terms.append(.init(expression: entry.name, replacement: Self.listed(text)))
      } catch {
        leftOut.append("“\(entry.name)”: \(error.reason)")
      }
    }
    let edge = try flag("nonword") ? "" : #"\b"#
    do throws(PatternError) {
      var search = try TermSearch(
        terms, in: (edge, edge), options: options, exceptions: try exceptionPatterns())
      search.exceptsWithin = true
      search.toleratesCase = options.contains(.ignoresCase)
      return .terms(search)
    } catch {
      throw Self.unreadable(error)
    }
  }

  private func occurrence() throws(Unreadable) -> TeamFinder {
    try check(["token", "max", "min"])
    guard let token = try text("token") else { throw Unreadable(reason: "it has no token") }
    let (most, least) = (try number("max") ?? 0, try number("min") ?? 0)
    guard most > 0 || least > 0 else { throw Unreadable(reason: "it has neither max nor min") }
    return .occurrence(try Self.pattern(token, try options()), least: least, most: most > 0 ? most : .max)
  }

  private func repetition() throws(Unreadable) -> TeamFinder {
    try check(["tokens", "max", "alpha"])
    let tokens = try texts("tokens")
    guard !tokens.isEmpty else { throw Unreadable(reason: "it has no tokens") }
    let pattern = try Self.pattern("(?:\(tokens.joined(separator: "|")))", try options())
    return .repetition(
      pattern, most: (try number("max") ?? 0) + 1, ignoresCase: try flag("ignorecase"),
      lettersOnly: try flag("alpha"))
  }

  // MARK: Values

  private func options() throws(Unreadable) -> PatternOptions {
    try flag("ignorecase") ? [.ignoresCase, .knowsAllScripts] : [.knowsAllScripts]
  }

  /// What a match is left alone for when it stands within it.
  private func exceptions() throws(Unreadable) -> [Pattern] {
    do throws(PatternError) { return try exceptionPatterns() } catch { throw Self.unreadable(error) }
  }

  private func exceptionPatterns() throws(PatternError) -> [Pattern] {
    let words = (root["exceptions"]?.elements ?? []).compactMap(\.text)
    return words.isEmpty
      ? [] : [try Pattern(#"\b(?:\#(words.joined(separator: "|")))\b"#, options: .knowsAllScripts)]
  }

  /// Several that may take the place, as a sentence has them.
  private static func listed(_ replacement: String) -> String {
    let parts = replacement.split(separator: "|").map(String.init)
    guard parts.count > 1, let last = parts.last else { return replacement }
    return parts.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func pattern(_ source: String, _ options: PatternOptions) throws(Unreadable) -> Pattern {
    do throws(PatternError) { return try Pattern(source, options: options) } catch { throw unreadable(error) }
  }

  private static func unreadable(_ error: PatternError) -> Unreadable {
    Unreadable(reason: "PCRE2 does not take the expression: \(error.message)")
  }

  private func text(_ key: String) throws(Unreadable) -> String? {
    guard let node = root[key], !node.isNull else { return nil }
    guard let text = node.text else { throw Unreadable(reason: "“\(key)” is no text") }
    return text
  }

  private func texts(_ key: String) throws(Unreadable) -> [String] {
    guard let node = root[key], !node.isNull else { return [] }
    if let text = node.text { return [text] }
    let elements = node.elements ?? []
    let texts = elements.compactMap(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
    guard !texts.isEmpty, elements.allSatisfy({ $0.text != nil }) else {
      throw Unreadable(reason: "“\(key)” is no list of texts")
    }
    return texts
  }

  private func flag(_ key: String) throws(Unreadable) -> Bool {
    switch try text(key)?.lowercased() {
    case nil, "false", "no": return false
    case "true", "yes": return true
    case let other?: throw Unreadable(reason: "“\(key)” is “\(other)”, neither true nor false")
    }
  }

  private func number(_ key: String) throws(Unreadable) -> Int? {
    guard let text = try text(key) else { return nil }
    guard let number = Int(text), number >= 0, number < 1_000_000 else {
      throw Unreadable(reason: "“\(key)” is “\(text)”, no number")
    }
    return number
  }
}

import Grounding
import Markdown
import Review
import Storage
import Workspace

/// What is told where the pointer rests: how a claim stands, and why a finding is one.
struct Hover {
  let value: JSONTree

  init(_ reading: Reading, at offset: Int) {
    let claim = reading.review.claims(in: reading.record).first { Self.holds($0.claim.range, offset) }
    let findings = Diagnostic.findings(of: reading).filter { Self.holds($0.range, offset) }
    // The narrower range says what the pointer is on.
    let range = claim?.claim.range ?? findings.map(\.range).min { $0.count < $1.count }
    guard let range else {
      value = .nothing
      return
    }
    let style = reading.client.showsMarkdown ? Style.markdown : .plain
    var parts: [String] = []
    if let claim { parts.append(Self.words(claim, style)) }
    var told: Set<String> = []
    for finding in findings where told.insert(finding.rule).inserted {
      guard let rule = reading.review.catalogue.rule(finding.rule) else { continue }
      parts.append("\(style.strong(rule.id)) \(style.text("finds \(rule.title). \(rule.reason)"))")
    }
    value = .object([
      "contents": .object([
        "kind": .text(style == .markdown ? "markdown" : "plaintext"),
        "value": .text(parts.joined(separator: "\n\n")),
      ]),
      "range": reading.positions.value(range),
    ])
  }

  private static func holds(_ range: Range<Int>, _ offset: Int) -> Bool {
    range.lowerBound <= offset && offset <= range.upperBound
  }

  private static func words(_ judged: JudgedClaim, _ style: Style) -> String {
    let standing = style.strong(JudgedClaim.word(for: judged.standing))
    var words = "\(standing) \(judged.claim.kind.rawValue) \(style.code(judged.claim.text))"
    if !judged.source.isEmpty { words += ": \(style.text(judged.source))" }
    if let near = judged.suggestion { words += ". Did you mean \(style.code(near))?" }
    return words
  }

  /// How words are set off.
  private enum Style {
    case markdown
    case plain

    func text(_ text: String) -> String { self == .markdown ? MarkdownText.escaped(text) : text }
    func strong(_ text: String) -> String { self == .markdown ? "**\(text)**" : text }
    func code(_ text: String) -> String { self == .markdown ? MarkdownText.codeSpan(text) : "“\(text)”" }
  }
}

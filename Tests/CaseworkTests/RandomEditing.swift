import Casework
import Chance
import YAML

/// A file of a person who comments a lot, and assignments to it, both by chance.
struct RandomEditing {
  /// The file, with comments of which each stands in it once.
  let text: String

  /// The comments.
  let comments: [String]

  /// The assignments, each to another field.
  let assignments: [String]

  /// What the fields are to be afterwards.
  let expected: [(path: YAMLPath, value: YAMLValue)]

  /// The last parts of the paths that are assigned to: lines of other keys are none of the edit's business.
  let keys: Set<String>

  init(seed: UInt64) throws {
    var chance = SplitMix(seed: seed)
    let template = try CaseFile(newFor: "RILL-\(seed)").document.text
    (text, comments) = Self.commented(template, ending: seed % 3 == 1 ? "\r\n" : "\n", &chance)
    var assignments: [String] = []
    var expected: [(YAMLPath, YAMLValue)] = []
    for field in CaseField.all.shuffled(using: &chance).prefix(Int.random(in: 1...6, using: &chance)) {
      // A new element without what makes it one is no case.
      guard !field.path.contains("NEW") else { continue }
      let (text, value) = Self.value(of: field.kind, &chance)
      assignments.append("\(field.path)=\(text)")
      expected.append((YAMLPath(field.path.split(separator: ".").map { .key(String($0)) }), value))
    }
    for (list, keys) in [("actions", ["what", "owner", "tracked"]), ("attempts", ["commit", "flaw"])]
    where Bool.random(using: &chance) {
      for key in keys {
        let (text, value) = Self.value(of: .text, &chance)
        assignments.append("\(list).new.\(key)=x\(text)")
        expected.append(([.key(list), 0, .key(key)], value == .null ? "x" : .text("x\(text)")))
      }
    }
    self.assignments = assignments
    self.expected = expected
    keys = Set(
      expected.flatMap { $0.0.steps }.map { step in
        guard case .key(let key) = step else { return "" }
        return key
      })
  }

  /// The text with comments above, between and behind its lines, and blank lines here and there.
  private static func commented(_ text: String, ending: String, _ chance: inout SplitMix)
    -> (String, [String])
  {
    var lines: [String] = []
    var comments: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if Int.random(in: 0..<5, using: &chance) == 0 {
        comments.append("# note \(comments.count): it's \"so\", {ü}")
        lines.append(line.prefix { $0 == " " } + (comments.last ?? ""))
      }
      if Int.random(in: 0..<9, using: &chance) == 0 { lines.append("") }
      if line.hasSuffix(":") || line.hasSuffix("[]"), Int.random(in: 0..<3, using: &chance) == 0 {
        comments.append("# behind \(comments.count).")
        lines.append(line + "  " + (comments.last ?? ""))
      } else {
        lines.append(String(line))
      }
    }
    return ((lines + [""]).joined(separator: ending), comments)
  }

  /// A value as it is written in an assignment, and as it is to be read.
  private static func value(of kind: CaseField.Kind, _ chance: inout SplitMix) -> (String, YAMLValue) {
    switch kind {
    case .text:
      let text = (0..<Int.random(in: 0...5, using: &chance)).map { _ in
        pieces.randomElement(using: &chance) ?? ""
      }.joined()
      return (text, text.isEmpty ? .null : .text(text))
    case .texts:
      let texts = (0..<Int.random(in: 0...3, using: &chance)).map { "e3dcc8a\($0)" }
      return (texts.joined(separator: ", "), .list(texts.map { .text($0) }))
    case .flag: return ("true", "true")
    case .word(let words): return (words[0], .text(words[0]))
    }
  }

  /// Parts of texts that mean something to YAML, or look as if they did.
  private static let pieces = [
    "a", "word", " ", "  ", ": ", " #", "# ", "'", "\"", "\n", "\n\n", "\n  ", "- ", "{", "}", "[", ",", "ü",
    "😀",
    "\t", "\\", "\\n", "null", "~", "true", "|", ">", "%", "@", "&a", "*a", "!t", "---", "\r", "\r\n",
    "\u{7}",
    "\u{2028}", "e\u{301}", "?", "=", "key: value",
  ]
}

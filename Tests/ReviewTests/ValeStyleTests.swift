import Record
import Review
import Testing

/// Styles that are written for Vale.
struct ValeStyleTests {
  private func read(_ text: String) -> TeamRules {
    TeamRules(vale: Array(text.utf8), style: "House", file: "styles/House/Rule.yml")
  }

  private func messages(_ text: String, in body: String) -> [String] {
    let rules = read(text)
    #expect(rules.unread == [])
    return RecordReview(team: rules).findings(
      in: GoodRecord.document(replacing: [.rootCause: body]), families: [.team]
    ).map(\.message)
  }

  @Test(arguments: [
    ("tokens: [very, quite]", "It is very Very quite.", ["very", "quite"]),
    ("tokens: [very]\nignorecase: true", "It is very Very every.", ["very", "Very"]),
    ("tokens: ['\\d+ms']\nnonword: true", "x30ms", ["30ms"]),
    ("raw: ['\\bThere ', 'is\\b']", "There is one.", ["There is"]),
    ("raw: ['un']\ntokens: ['like?']\nnonword: true", "unlik unlike like", ["unlik", "unlike"]),
    ("tokens: ['(?:fast|slow) path']\nexceptions: [slow]", "fast path, slow path", ["fast path"]),
    ("tokens: ['[^.]+ x']\nlimit: 1", "a x. b x.", ["a x"]),
    ("tokens: [very]", "`very` “very” > very", ["very"]),
  ])
  func `existence finds its tokens`(rule: String, body: String, found: [String]) {
    #expect(messages("extends: existence\nmessage: '%s'\n\(rule)", in: body) == found)
  }

  @Test(arguments: [
    ("swap: {utilize: use}", "utilize", ["use for utilize"]),
    ("swap: {utilize: use}", "utilizes Utilize", []),
    ("swap: {'(?:e-mail|E-mail)': email}", "e-mail E-mail email", ["email for e-mail", "email for E-mail"]),
    ("swap: {kill: stop|exit|end}", "kill it", ["stop, exit or end for kill"]),
    ("swap: {android: Android}\nignorecase: true", "android Android ANDROID", []),
    ("swap: {android: Android}", "android Android", ["Android for android"]),
    ("swap: {a: b}\nexceptions: [a]", "a", []),
    ("swap: {'in order to': to, in: inside}", "in order to be in", ["to for in order to", "inside for in"]),
  ])
  func `substitution tells what is to stand there`(rule: String, body: String, found: [String]) {
    #expect(messages("extends: substitution\nmessage: '%s for %s'\n\(rule)", in: body) == found)
  }

  @Test(arguments: [
    ("scope: sentence\ntoken: '\\b(\\w+)\\b'\nmax: 4", "One two three four. One two three four five.", 1),
    ("scope: paragraph\ntoken: ','\nmax: 2", "a, b, c, d\n\na, b, c", 1),
    ("scope: sentence\ntoken: x\nmin: 1", "An x. None.", 1),
    ("scope: heading\ntoken: ' '\nmax: 1", "### A b c\n\na b c", 1),
    ("token: ','\nmax: 2", "- a, b, c, d", 1),
  ])
  func `occurrence counts`(rule: String, body: String, count: Int) {
    let text = "extends: occurrence\nmessage: x\n\(rule)"
    let findings = RecordReview(team: read(text)).findings(
      in: RecordDocument(Array("# T\n\n\(body)\n".utf8)), families: [.team])
    // A text without words that count is the title's as well.
    #expect(findings.filter { $0.range.lowerBound > 3 }.count == count)
  }

  @Test(arguments: [
    ("the the end", ["the the"]), ("The\nthe end", ["The the"]), ("the end the end", []), ("`a` `a`", []),
    ("1 1", []),
    ("no no no", ["no no"]),
  ])
  func `repetition finds what stands twice`(body: String, found: [String]) {
    #expect(
      messages(
        "extends: repetition\nmessage: '%s'\nignorecase: true\nalpha: true\ntokens: ['[^\\s]+']", in: body)
        == found)
  }

  @Test(arguments: [
    ("scope: heading", ["### very"]), ("scope: list", ["- very"]), ("scope: table", ["very |"]),
    ("scope: [heading, list]", ["### very", "- very"]),
    ("scope: text & ~heading & ~table", ["Very very", "- very"]),
    ("scope: heading.h3", ["### very"]), ("scope: heading.h2", []),
    ("scope: ~blockquote", ["Very very", "### very", "- very", "very |"]),
  ])
  func `a scope chooses among blocks`(scope: String, lines: [String]) {
    let body = "Very very\n\n### very\n\n- very\n\n| a |\n|---|\n| very |"
    #expect(
      messages("extends: existence\nmessage: x\ntokens: [very]\n\(scope)", in: body).count == lines.count)
  }

  @Test func `a level is a weight, a link is a reason, and Vale's name is the id`() throws {
    let page = try #require(
      read("extends: existence\nmessage: x\nlevel: error\nlink: https://a.b\ntokens: [c]").pages.first)
    #expect(page.id == "House.Rule" && page.severity == .error && page.reason == "See https://a.b.")
  }

  @Test(arguments: [
    ("extends: capitalization\nmessage: x\nmatch: $title", "“capitalization” is not read"),
    ("extends: existence\nmessage: x\ntokens: ['a(b']", "PCRE2 does not take the expression"),
    ("extends: existence\nmessage: x\ntokens: ['(?<!:[^ ]+?):']", "lookbehind"),
    ("extends: existence\nmessage: x", "neither tokens nor raw"),
    ("extends: existence\ntokens: [a]", "no message"),
    ("message: x", "does not say what it extends"), ("- a", "what it extends"),
    ("extends: substitution\nmessage: x\nswap: {a: b}\npos: word/VB", "the key “pos”"),
    ("extends: existence\nmessage: x\ntokens: [a]\nscope: raw", "the scope “raw”"),
    ("extends: existence\nmessage: x\ntokens: [a]\nlevel: fatal", "no level “fatal”"),
    ("extends: occurrence\nmessage: x\ntoken: a", "neither max nor min"),
    ("extends: existence\nmessage: &a x\ntokens: [a]", "2:10: anchors"),
    ("extends: existence\nmessage: x\ntokens: {a: b}", "no list of texts"),
  ])
  func `what does not map is named with the reason, and finds nothing`(text: String, reason: String) {
    let rules = read(text)
    #expect(rules.pages.isEmpty)
    #expect(rules.unread.map(\.rule) == ["House.Rule"])
    #expect(rules.unread.first?.reason.contains(reason) == true, "\(rules.unread)")
  }

  @Test func `a word of a list that cannot be read is named, the others are looked for`() {
    let rules = read("extends: substitution\nmessage: '%s'\nswap: {'a(': b, c: d, e: [f]}")
    #expect(rules.unread.count == 2)
    #expect(
      RecordReview(team: rules).findings(
        in: GoodRecord.document(replacing: [.fix: "c e"]), families: [.team]
      ).map(\.message) == ["d"])
  }

  @Test func `what a style replaces is for a person: nobody has said that the meaning stays`() {
    let rules = read("extends: substitution\nmessage: '%s'\naction: {name: replace}\nswap: {c: d}")
    #expect(
      RecordReview(team: rules).findings(
        in: GoodRecord.document(replacing: [.fix: "c"]), families: [.team]
      ).map { $0.mend == nil } == [true])
  }
}

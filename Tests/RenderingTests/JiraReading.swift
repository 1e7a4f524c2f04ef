/// Wiki markup as a reader sees it on Jira: a reading of the notation that knows nothing of how it is written.
///
/// Source: the notation help of Jira, and the order and the patterns of Atlassian's renderer: macros, links, addresses,
/// escapes, pictures, faces, then the signs that set words, each at the edge of a word only.
struct JiraReading {
  /// What is read.
  private(set) var text = ""

  /// What Jira would make of words by itself: pictures, faces, links, macros that do not exist.
  private(set) var faults: [String] = []

  /// What is done already, each in the place of one character beyond all others.
  private var store: [String] = []

  init(_ wiki: String) {
    text = blocks(Array(wiki.unicodeScalars))
  }

  private typealias Scalars = [Unicode.Scalar]

  // MARK: Macros

  private mutating func blocks(_ wiki: Scalars) -> String {
    let lines = macros(wiki).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line(Array($0)) }.joined(separator: "\n")
  }

  private mutating func macros(_ wiki: Scalars) -> Scalars {
    var output: Scalars = []
    var place = 0
    while place < wiki.count {
      let next = place + 1 < wiki.count ? wiki[place + 1] : nil
      if wiki[place] == "\\"
        || (wiki[place] == "{" && next.map { "{*?^_-+~".unicodeScalars.contains($0) } == true)
      {
        output += wiki[place..<min(place + 2, wiki.count)]
        place += 2
      } else if wiki[place] == "{", let tag = Self.tag(at: place, in: wiki) {
        let end = Self.end(of: tag.name, from: tag.end, in: wiki)
        output.append(keep(macro(tag.name, Array(wiki[tag.end..<(end?.start ?? tag.end)]))))
        place = end?.end ?? tag.end
      } else {
        output.append(wiki[place])
        place += 1
      }
    }
    return output
  }

  private mutating func macro(_ name: String, _ body: Scalars) -> String {
    switch name {
    case "noformat", "code": return String(String.UnicodeScalarView(body))
    case "quote", "panel", "color": return blocks(body)
    default:
      faults.append("macro \(name)")
      return "{\(name)}\(blocks(body))"
    }
  }

  /// The name of the macro that begins there; a backslash or the end of a line takes its next character for itself.
  private static func tag(at start: Int, in wiki: Scalars) -> (name: String, parameters: String, end: Int)? {
    var (name, parameters, isName, isTaken) = ("", "", true, false)
    for place in (start + 1)..<max(wiki.count, start + 1) {
      let scalar = wiki[place]
      if !isTaken {
        switch scalar {
        case "}":
          let braces = wiki[place...].prefix { $0 == "}" }.count
          let isNamed = !name.allSatisfy(\.isWhitespace) && !name.hasPrefix("$")
          let isTag = isNamed && (braces % 2 == 1 || place + braces == wiki.count)
          return isTag ? (name, parameters, place + 1) : nil
        case "{": return nil
        case "\\", "\n":
          isTaken = true
          continue
        case ":" where isName:
          isName = false
          continue
        default: break
        }
      }
      isTaken = false
      if isName { name.unicodeScalars.append(scalar) } else { parameters.unicodeScalars.append(scalar) }
    }
    return nil
  }

  private static func end(of name: String, from start: Int, in wiki: Scalars) -> (start: Int, end: Int)? {
    var place = start
    while place < wiki.count {
      if wiki[place] == "{", let tag = tag(at: place, in: wiki), tag.name == name, tag.parameters.isEmpty {
        return (place, tag.end)
      }
      place += wiki[place] == "\\" ? 2 : 1
    }
    return nil
  }

  // MARK: Lines

  private mutating func line(_ line: Scalars) -> String {
    let words = Array(line.drop(while: Self.isSpace))
    let marks = words.prefix { "*-#".unicodeScalars.contains($0) }
    if marks.count >= 4, marks.count == words.count { return "" }
    if !marks.isEmpty, marks.count < words.count, Self.isSpace(words[marks.count]),
      !(marks.count > 1 && marks.allSatisfy { $0 == "-" })
    {
      return self.line(Array(words[marks.count...]))
    }
    if words.count > 2, words[2] == "." {
      if words[0] == "h", ("1"..."6").contains(words[1]) { return inline(Array(words[3...])) }
      if words[0] == "b", words[1] == "q" { faults.append("bq.") }
    }
    guard words.first == "|" else { return inline(words) }
    return links(words).split(separator: "|").map { cell($0) }.joined(separator: "\t")
  }

  /// What is in a cell is a text of its own.
  private mutating func cell(_ content: ArraySlice<Unicode.Scalar>) -> String {
    content.allSatisfy(Self.isSpace) ? "" : line(Array(content))
  }

  // MARK: Prose

  private static let pictures = [
    "(y)", "(n)", "(i)", "(/)", "(x)", "(!)", "(+)", "(-)", "(?)", "(on)", "(off)", "(*)", "(*r)", "(*g)",
    "(*b)",
    "(*y)", "(flag)", "(flagoff)", ":)", ":-)", ":(", ":-(", ":P", ":p", ":D", ";)", ";-)",
  ].map { Array($0.unicodeScalars) }

  private static let schemes = [
    "http://", "https://", "ftp://", "ftps://", "mailto:", "nntp://", "news://", "irc://", "file:",
  ].map { Array($0.unicodeScalars) }

  private mutating func inline(_ words: Scalars) -> String {
    var words = links(words)
    find(Self.schemes, in: words, "address") { before, _ in before.map(Self.isWord) != true }
    words = escapes(words)
    if Self.setting(words, "!", "!").count > 0 { faults.append("picture in \(string(words))") }
    find(Self.pictures, in: words, "face") { _, after in after.map(Self.isWord) != true }
    for (sign, isWanted) in [
      ("??", false), ("*", true), ("^", false), ("~", false), ("_", true), ("-", true), ("+", false),
    ] {
      let (set, count) = Self.setting(words, sign, sign)
      if count > 0, !isWanted { faults.append("\(sign) in \(string(words))") }
      words = set
    }
    words = Self.setting(words, "{{", "}}").words
    if words.split(separator: " ").contains(where: {
      $0.count > 1 && $0.count < 4 && $0.allSatisfy { $0 == "-" }
    }) {
      faults.append("dash in \(string(words))")
    }
    return string(breaks(words))
  }

  private mutating func find(
    _ signs: [Scalars], in words: Scalars, _ name: String,
    where isFree: (_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool
  ) {
    for place in words.indices {
      for sign in signs where words[place...].starts(with: sign) {
        let end = place + sign.count
        let (before, after) = (place > 0 ? words[place - 1] : nil, end < words.count ? words[end] : nil)
        if isFree(before, after) { faults.append("\(name) in \(string(words))") }
      }
    }
  }

  private mutating func links(_ words: Scalars) -> Scalars {
    var output: Scalars = []
    var place = 0
    while place < words.count {
      let isBegin = words[place] == "[" && output.last != "\\"
      if isBegin, Self.isAddress(words, before: place) {
        faults.append("address that holds \(string(words))")
      }
      guard isBegin, let end = Self.endOfLink(from: place + 1, in: words) else {
        output.append(words[place])
        place += 1
        continue
      }
      let parts = words[(place + 1)..<end].split(separator: "|", omittingEmptySubsequences: false).map(
        Array.init)
      let address = String(String.UnicodeScalarView(parts[parts.count > 1 ? 1 : 0]))
      if !Self.schemes.contains(where: { address.unicodeScalars.starts(with: $0) }) {
        faults.append("link to \(address)")
      }
      output.append(keep(parts.count > 1 ? inline(parts[0]) : string(parts[0])))
      place = end + 1
    }
    return output
  }

  /// Whether a bracket at `place` would be a part of the address that begins before it.
  private static func isAddress(_ words: Scalars, before place: Int) -> Bool {
    let run = Array(
      words[..<place].reversed().prefix {
        $0.isASCII && (isWord($0) || "-_.!~*';/?:@#&=%+$,[]()\\".unicodeScalars.contains($0))
      }.reversed())
    return run.indices.contains { start in schemes.contains { run[start...].starts(with: $0) } }
  }

  private static func endOfLink(from start: Int, in words: Scalars) -> Int? {
    guard start < words.count, words[start] != "]", !isSpace(words[start]) else { return nil }
    for place in start..<words.count where words[place - 1] != "\\" || place == start {
      if words[place] == "]" { return place }
      if words[place] == "[" { return nil }
    }
    return nil
  }

  private mutating func escapes(_ words: Scalars) -> Scalars {
    var output: Scalars = []
    var place = 0
    while place < words.count {
      let next = place + 1 < words.count ? words[place + 1] : " "
      if words[place] == "\\", output.last != "\\", "-#*_+?^~|%{}[]()!@".unicodeScalars.contains(next) {
        output.append(keep(String(next)))
        place += 2
      } else {
        output.append(words[place])
        place += 1
      }
    }
    return output
  }

  private func breaks(_ words: Scalars) -> Scalars {
    var output: Scalars = []
    var place = 0
    while place < words.count {
      let run = words[place...].prefix { $0 == "\\" }.count
      let isBroken = run == 2 && !words[(place + 2)...].prefix { !Self.isSpace($0) }.contains("\\")
      output += isBroken ? ["\n"] : words[place..<(place + max(run, 1))]
      place += max(run, 1)
    }
    return output
  }

  // MARK: Signs

  /// What stands in the place of the tags of words that are set.
  private static let tag: Unicode.Scalar = "\u{E000}"

  /// The words without the signs that set some of them, and how often they do.
  private static func setting(_ words: Scalars, _ begin: String, _ end: String) -> (
    words: Scalars, count: Int
  ) {
    let (begin, end) = (Array(begin.unicodeScalars), Array(end.unicodeScalars))
    var (output, place, count): (Scalars, Int, Int) = ([], 0, 0)
    while place < words.count {
      let isBare =
        words[place...].starts(with: begin)
        && (place == 0 || !(isWord(words[place - 1]) || words[place - 1] == "\\"))
      let isBraced = words[place...].starts(with: ["{"] + begin + ["}"])
      let start = place + begin.count + (isBraced ? 2 : 0)
      guard isBare || isBraced, let content = content(from: start, in: words, begin, end) else {
        output.append(words[place])
        place += 1
        continue
      }
      output += [tag] + words[start..<content.end] + [tag]
      place = content.next
      count += 1
    }
    return (output, count)
  }

  private static func content(
    from start: Int, in words: Scalars, _ begin: Scalars, _ end: Scalars
  ) -> (end: Int, next: Int)? {
    guard start < words.count, !isSpace(words[start]), words[start] != begin[0] else { return nil }
    for place in (start + 1)..<max(words.count, start + 1) {
      let before = words[place - 1]
      guard isSettable(before) else { return nil }
      let next = place + end.count
      let isBare = words[place...].starts(with: end) && (next == words.count || !isWord(words[next]))
      let isBraced = words[place...].starts(with: ["{"] + end + ["}"])
      if isBare || isBraced, before != "\\", place == start + 1 || !(isSpace(before) || before == end[0]) {
        return (place, isBraced ? next + 2 : next)
      }
      if place == start + 1, words[place...].starts(with: end) { return nil }
    }
    return nil
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || ("\u{9}"..."\u{D}").contains(scalar)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.value < 0xF0000
      || scalar.properties.generalCategory == .decimalNumber
  }

  private static func isSettable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == tag || scalar.value >= 0xF0000 { return true }
    switch scalar.properties.generalCategory {
    case .letterNumber, .otherNumber, .control, .format, .privateUse, .unassigned: return false
    default: return true
    }
  }

  // MARK: What is done

  private mutating func keep(_ text: String) -> Unicode.Scalar {
    store.append(text)
    return Unicode.Scalar(UInt32(0xF0000 + store.count - 1)) ?? "\u{FFFD}"
  }

  /// The words, entities as browsers have them, and what is done already in its place.
  private func string(_ words: Scalars) -> String {
    var output = ""
    var place = 0
    while place < words.count {
      let scalar = words[place]
      if scalar.value >= 0xF0000 {
        output += store[Int(scalar.value) - 0xF0000]
      } else if scalar == "&", let end = words[place...].firstIndex(of: ";"),
        let character = Self.entity(String(String.UnicodeScalarView(words[(place + 1)..<end])))
      {
        output.unicodeScalars.append(character)
        place = end
      } else if scalar != Self.tag {
        output.unicodeScalars.append(scalar)
      }
      place += 1
    }
    return output
  }

  private static func entity(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "nbsp": return "\u{A0}"
    case "lt": return "<"
    default: return name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}

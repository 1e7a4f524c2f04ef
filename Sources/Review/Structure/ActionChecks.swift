import Markdown
import Record

/// What, who, and where it is tracked.
enum ActionPartsCheck: StructureCheck {
  static let rule = ReviewRule(
    "action-parts", .structure, .error, "an action item without an owner or without what tracks it",
    reason: "What nobody owns and nothing tracks is not done. Where none is warranted, “None” says so.",
    bad: [
      .init(.actionItems, "- Test copying over NFS."), .init(.actionItems, "- Test copying over NFS. (A-2)"),
      .init(.actionItems, "- Test copying over NFS. (Ann Bell)"),
    ],
    good: [
      .init(.actionItems, "- Test copying over NFS. (Ann Bell; A-2)"),
      .init(.actionItems, "- @bell tests copying over NFS: #14."), .init(.actionItems, "- None."),
      .init(.actionItems, "None. The fix covers it."),
    ])

  private static let owners = WordList([
    "owner", "team", "assignee", "maintainers", "maintainer", "oncall", "call",
  ])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.actionItems) else { return [] }
    return section.items.compactMap { item in
      let text = Array(item.plainText.utf8)
      guard !NoneAloneCheck.isNone(text) else { return nil }
      let parts = ActionParts(of: item, text, owner: reading.value("owner"))
      let missing = [parts.isTracked ? nil : "what tracks it (a ticket, a pull request, a test)"]
      let owner = parts.isOwned || owners.first(in: text) != nil ? nil : "its owner"
      let words = ([owner] + missing).compactMap { $0 }
      guard !words.isEmpty else { return nil }
      return Finding(
        rule, reading.trimmed(item.enclosingRange),
        "The action item does not name \(words.joined(separator: " and ")).")
    }
  }
}

/// What an action item names beside what is to be done.
private struct ActionParts {
  var isOwned = false
  var isTracked = false

  /// - Parameter owner: of the record: a name that begins with no capital, such as a login, is known by it.
  init(of item: MarkdownNode, _ text: [UInt8], owner: String) {
    isOwned = Self.opensParenthesis(text) || !owner.isEmpty && text.place(of: owner.utf8) != nil
    isTracked = item.descendants.contains { node in
      switch node.kind {
      case .code, .link: true
      default: false
      }
    }
    for (place, word) in text.split(whereSeparator: { " \n\t,;()[]“”\"".utf8.contains($0) }).enumerated() {
      let word = word.drop { ":.".utf8.contains($0) }
      if Self.isReference(word) {
        isTracked = true
      } else if word.first == UInt8(ascii: "@"), word.count > 1 {
        isOwned = true
      } else if place > 0, Self.isName(word) {
        isOwned = true
      }
    }
  }

  /// `A-12`, `#12`, `!12`, or the address of something.
  private static func isReference(_ word: ArraySlice<UInt8>) -> Bool {
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    if let first = word.first, "#!".utf8.contains(first), let next = word.dropFirst().first {
      return isDigit(next)
    }
    if word.starts(with: "http".utf8) { return true }
    guard let dash = word.firstIndex(of: UInt8(ascii: "-")), dash > word.startIndex else { return false }
    let key = word[..<dash]
    let number = word[(dash + 1)...].prefix(while: isDigit)
    return !number.isEmpty && key.allSatisfy { (0x41...0x5A).contains($0) || isDigit($0) }
      && (0x41...0x5A).contains(key[key.startIndex])
  }

  /// One word alone in front of a mark in the last parentheses, and more behind it: `(itchyny; #3560)`.
  private static func opensParenthesis(_ text: [UInt8]) -> Bool {
    guard let open = text.lastIndex(of: UInt8(ascii: "(")) else { return false }
    let word = text[(open + 1)...].prefix { !" ;,)".utf8.contains($0) }
    return word.count > 1 && word.first.map { (0x61...0x7A).contains($0) } == true
      && !word.contains { "./:#".utf8.contains($0) }
      && word.endIndex < text.endIndex && ";,".utf8.contains(text[word.endIndex])
  }

  /// A word that begins with a capital letter, as names do; one in capitals is an abbreviation.
  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, (0x41...0x5A).contains(first) || first >= 0xC3 else { return false }
    return word.dropFirst().contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
  }
}

/// “None” says that there is nothing.
enum NoneAloneCheck: StructureCheck {
  static let rule = ReviewRule(
    "none-alone", .structure, .error, "action items behind the word None",
    reason: "Who reads “None” stops there.",
    bad: [.init(.actionItems, "None.\n\n- Test copying over NFS. (Ann Bell; A-2)")],
    good: [.init(.actionItems, "None. The test of the fix covers every caller.")])

  static func findings(in reading: RecordReading) -> [Finding] {
    guard let section = reading.record.section(.actionItems) else { return [] }
    let items = section.items
    let parts = section.content.filter { !$0.isList } + items
    let saysNone = parts.first { isNone(Array($0.plainText.utf8)) }
    guard let none = saysNone, items.contains(where: { !isNone(Array($0.plainText.utf8)) }) else { return [] }
    return [
      Finding(
        rule, reading.trimmed(none.enclosingRange),
        "“None” stands beside action items: take one of them out.")
    ]
  }

  /// Whether a text begins by saying that there is nothing.
  static func isNone(_ text: [UInt8]) -> Bool {
    var words = WordScanner(text)
    return ["none", "nothing"].contains(words.next())
  }
}

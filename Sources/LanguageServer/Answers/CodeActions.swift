import Grounding
import Markdown
import Record
import Review
import Storage
import Workspace

/// What can be done about findings in a range.
struct CodeActions {
  private let reading: Reading
  private(set) var values: [JSONTree] = []

  init(_ reading: Reading, on range: Range<Int>, of kinds: [ActionKind]) {
    self.reading = reading
    let findings = Diagnostic.findings(of: reading)
    if kinds.contains(.quickFix) {
      let near = findings.filter {
        $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound
      }
      for finding in near { addMend(of: finding) }
      let claims = reading.review.claims(in: reading.record)
      for finding in near { addSuggestion(for: finding, among: claims) }
      var allowed: Set<String> = []
      for finding in near where allowed.insert(finding.rule).inserted { addAllowance(for: finding) }
    }
    if kinds.contains(.fixAll), findings.contains(where: { $0.mend != nil }) { addFixAll() }
  }

  // MARK: Actions

  private mutating func addMend(of finding: Finding) {
    guard let mend = finding.mend else { return }
    add(
      Self.title(of: mend, in: reading.document.text), for: finding, mend.range, mend.bytes, isPreferred: true
    )
  }

  private mutating func addSuggestion(for finding: Finding, among claims: [JudgedClaim]) {
    guard reading.review.catalogue.rule(finding.rule)?.family == .grounding,
      let claim = claims.first(where: { $0.claim.range == finding.range }), let near = claim.suggestion
    else { return }
    // A claim whose text is not in the source as it is read has the range of all around it.
    guard reading.document.text[finding.range].elementsEqual(claim.claim.text.utf8) else { return }
    add("Replace with “\(near)”", for: finding, finding.range, Array(near.utf8))
  }

  private mutating func addAllowance(for finding: Finding) {
    guard let allowance = AllowancePlace(for: finding, reading.review.catalogue, in: reading.record) else {
      return
    }
    add(
      "Allow “\(finding.rule)” in \(allowance.scope), with a reason that you write", for: finding,
      allowance.offset..<allowance.offset, allowance.bytes)
  }

  private mutating func addFixAll() {
    let new = reading.review.mended(reading.record, at: reading.place)
    let old = reading.document.text
    guard new != old else { return }
    // Only what differs, so that the cursor stays where it is.
    var start = zip(old, new).prefix { $0 == $1 }.count
    while start > 0, start < old.count, old[start] & 0xC0 == 0x80 { start -= 1 }
    let longest = min(old.count, new.count) - start
    var tail = zip(old.reversed(), new.reversed()).prefix(longest).prefix { $0 == $1 }.count
    while tail > 0, old[old.count - tail] & 0xC0 == 0x80 { tail -= 1 }
    values.append(
      .object([
        "title": .text("Mend all that needs nobody's judgement"), "kind": .text(ActionKind.fixAll.rawValue),
        "edit": edit(start..<(old.count - tail), Array(new[start..<(new.count - tail)])),
      ]))
  }

  private mutating func add(
    _ title: String, for finding: Finding, _ range: Range<Int>, _ bytes: [UInt8], isPreferred: Bool = false
  ) {
    var action: [String: JSONTree] = [
      "title": .text(title), "kind": .text(ActionKind.quickFix.rawValue),
      "diagnostics": .list([Diagnostic.value(finding, reading)]), "edit": edit(range, bytes),
    ]
    if isPreferred { action["isPreferred"] = .flag(true) }
    values.append(.object(action))
  }

  // MARK: Edits

  private func edit(_ range: Range<Int>, _ bytes: [UInt8]) -> JSONTree {
    let change = JSONTree.object([
      "range": reading.positions.value(range), "newText": .text(String(decoding: bytes, as: UTF8.self)),
    ])
    let address = reading.document.address
    guard reading.client.takesVersions else {
      return .object(["changes": .object([address: .list([change])])])
    }
    return .object([
      "documentChanges": .list([
        .object([
          "textDocument": .object(["uri": .text(address), "version": reading.document.version]),
          "edits": .list([change]),
        ])
      ])
    ])
  }

  /// What a mend does, in a few words.
  private static func title(of mend: Mend, in text: [UInt8]) -> String {
    let old = shown(text[mend.range])
    let new = shown(mend.bytes[...])
    if mend.range.isEmpty { return "Insert “\(new)”" }
    return new.isEmpty ? "Remove “\(old)”" : "Replace “\(old)” with “\(new)”"
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    return words.count > 40 ? "\(words.prefix(39))…" : words
  }
}

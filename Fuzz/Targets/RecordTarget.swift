import Markdown
import Record

/// A record with its front matter, and a text to put into it.
struct RecordTarget: FuzzTarget {
  let name = "record"

  let shapes = [
    GrowingShape("## Fix\n\nx\n\n"), GrowingShape("## Section {}\n"),
    GrowingShape("key: x\n", after: "---\n"),
    GrowingShape("---\n"), GrowingShape("-", after: "---\n"), GrowingShape("## "), GrowingShape("#"),
    GrowingShape("x\n---\n"), GrowingShape("x", after: "## "), GrowingShape("*x* ", after: "## "),
    GrowingShape("[^{}]", after: "## Fix\n"), GrowingShape("[^{}]: note\n\n", after: "## Fix\n"),
    GrowingShape(" "), GrowingShape("\r"), GrowingShape("> ## Fix\n"), GrowingShape("- ## Fix\n"),
  ]

  func read(_ bytes: [UInt8]) {
    let record = RecordDocument(bytes)
    for section in record.sections { _ = record.normalisedBody(of: section) }
    _ = record.missingSections
  }

  func check(_ input: FuzzInput) throws {
    let record = RecordDocument(input.text)
    try checkCover(record)
    let body = input.parts.count > 1 ? input.parts[1] : Array("new\n".utf8)
    for index in record.sections.indices.prefix(6) {
      try checkReplacing(index, of: record, with: body)
      try checkRemoving(index, of: record)
    }
    for kind in SectionKind.allCases.prefix(record.text.count > 2_000 ? 2 : 10) {
      try checkInserting(kind, into: record, body: body)
    }
    try checkFrontMatter(of: record, with: body)
  }

  private func checkCover(_ record: RecordDocument) throws {
    var place = 0
    if let front = record.frontMatter {
      try promise(
        front.range.lowerBound <= 3 && front.range.contains(front.content), "front matter is not placed")
      place = front.range.upperBound
    }
    try promise(record.preamble.lowerBound == place, "a gap before the preamble")
    place = record.preamble.upperBound
    for section in record.sections {
      try promise(
        section.headingRange.lowerBound == place && !section.headingRange.isEmpty
          && section.bodyRange.lowerBound == section.headingRange.upperBound,
        "sections leave a gap or overlap at \(place)")
      place = section.bodyRange.upperBound
    }
    try promise(place == record.text.count, "the sections end before the text")
  }

  private func checkReplacing(_ index: Int, of record: RecordDocument, with body: [UInt8]) throws {
    let section = record.sections[index]
    guard let edited = try? record.replacing(section, with: body) else { return }
    try promise(
      edited.text.starts(with: record.text[..<section.headingRange.upperBound]), "bytes before a body change")
    let rest = record.text[section.bodyRange.upperBound...]
    try promise(edited.text.reversed().starts(with: rest.reversed()), "bytes behind a body change")
    try promise(edited.sections.count == record.sections.count, "another number of sections")
    try promise(
      edited.normalisedBody(of: edited.sections[index]) == RecordDocument.normalised(body),
      "\(shown(body)) became \(shown(edited.normalisedBody(of: edited.sections[index]))) in \(shown(edited.text))\n"
        + "\(record.markdown.root.dump(ranges: true))\n\(edited.markdown.root.dump(ranges: true))")
    let again = try edited.replacing(edited.sections[index], with: body)
    try promise(again.text == edited.text, "the same body twice changes \(shown(edited.text))")
  }

  private func checkRemoving(_ index: Int, of record: RecordDocument) throws {
    let section = record.sections[index]
    guard let edited = try? record.removing(section) else { return }
    let before = record.text[..<section.range.lowerBound]
    let behind = record.text[section.range.upperBound...]
    let between = edited.text.dropFirst(before.count).dropLast(behind.count)
    try promise(
      edited.text.starts(with: before) && edited.text.reversed().starts(with: behind.reversed())
        && between.allSatisfy { $0 == 0x0A || $0 == 0x0D },
      "removing changes other bytes: \(shown(edited.text))")
    try promise(edited.sections.count == record.sections.count - 1, "removing changes other sections")
  }

  private func checkInserting(_ kind: SectionKind, into record: RecordDocument, body: [UInt8]) throws {
    guard let edited = try? record.inserting(kind, with: body) else { return }
    guard let section = edited.section(kind) else { throw BrokenPromise("\(kind) is not there") }
    try promise(edited.sections.count == record.sections.count + 1, "another number of sections")
    try promise(
      edited.normalisedBody(of: section) == RecordDocument.normalised(body),
      "another body than \(shown(body))")
    let shared = zip(record.text, edited.text).prefix { $0 == $1 }.count
    try promise(
      edited.text.reversed().starts(with: record.text[shared...].reversed()),
      "inserting changes other bytes: \(shown(edited.text))")
  }

  private func checkFrontMatter(of record: RecordDocument, with content: [UInt8]) throws {
    guard let edited = try? record.replacingFrontMatter(with: content) else { return }
    guard let front = edited.frontMatter else { throw BrokenPromise("the front matter is not there") }
    let hasMark = record.text.starts(with: [0xEF, 0xBB, 0xBF])
    let behind = record.text[(record.frontMatter?.range.upperBound ?? (hasMark ? 3 : 0))...]
    let rest = edited.text[front.range.upperBound...]
    try promise(
      rest.drop { $0 == 0x0A || $0 == 0x0D }.elementsEqual(behind.drop { $0 == 0x0A || $0 == 0x0D }),
      "bytes behind the front matter change: \(shown(edited.text))")
    try promise(
      RecordDocument.normalised(Array(edited.text[front.content])) == RecordDocument.normalised(content),
      "another front matter than \(shown(content))")
  }
}

internal import Markdown

extension RecordDocument {
  /// The same record with another body in one section, every other byte kept.
  ///
  /// The body is set off by blank lines and takes the line endings of the text. `section` is one of `sections`.
  ///
  /// - Throws: `RecordEditError` where the new body would not stay within its section.
  public func replacing(
    _ section: RecordSection, with body: [UInt8]
  ) throws(RecordEditError) -> RecordDocument {
    let index = index(of: section)
    let lines = LineSetting(of: text)
    let old = lines.set(Array(text[section.bodyRange]))
    let new = lines.set(body)
    guard old != new else { return self }
    let isLast = section.bodyRange.upperBound == text.count
    var inserted = needsLineEnding(before: section.bodyRange.lowerBound) ? lines.ending : []
    if !new.isEmpty { inserted += lines.ending + new + lines.ending }
    if !isLast { inserted += lines.ending }
    let result = replacing(section.bodyRange, with: inserted)
    try result.expect(sectionsOf: self, besides: index)
    return result
  }

  /// The same record with one more section, put before the first that comes later in a record.
  ///
  /// - Throws: `RecordEditError` where there is such a section, or its text would not stay by itself.
  public func inserting(_ kind: SectionKind, with body: [UInt8]) throws(RecordEditError) -> RecordDocument {
    guard section(kind) == nil else { throw .sectionExists(kind) }
    let lines = LineSetting(of: text)
    let index = sections.firstIndex { ($0.kind ?? kind) > kind } ?? sections.count
    let place = index < sections.count ? sections[index].headingRange.lowerBound : text.count
    var inserted: [UInt8] = []
    if needsLineEnding(before: place) { inserted += lines.ending }
    if needsBlankLine(before: place) { inserted += lines.ending }
    let headingPlace = place + inserted.count
    inserted += Array("## \(kind.heading)".utf8) + lines.ending
    let new = lines.set(body)
    if !new.isEmpty { inserted += lines.ending + new + lines.ending }
    if place < text.count { inserted += lines.ending }
    let result = replacing(place..<place, with: inserted)
    // The body may end what was open and have a heading of its own: the new one must be a section where it is.
    guard result.sections.indices.contains(index), result.sections[index].kind == kind,
      result.sections[index].headingRange.lowerBound == headingPlace
    else { throw .precedingTextStaysOpen }
    try result.expect(sectionsOf: self, aroundNewAt: index, endingAt: place + inserted.count)
    return result
  }

  /// The same record without one section, every other byte kept.
  ///
  /// - Throws: `RecordEditError` where its neighbours would then run into each other.
  public func removing(_ section: RecordSection) throws(RecordEditError) -> RecordDocument {
    let index = index(of: section)
    let lines = LineSetting(of: text)
    // Where the texts around it would touch, a blank line may keep them apart.
    for separator in [[], lines.ending] {
      let result = replacing(section.range, with: separator)
      if result.hasSections(of: self, without: index) { return result }
    }
    throw .neighboursWouldMerge
  }

  /// The same record with other front matter, which is given without the lines `---`.
  ///
  /// - Throws: `RecordEditError.frontMatterHoldsFence` where a line of it would end it.
  public func replacingFrontMatter(with content: [UInt8]) throws(RecordEditError) -> RecordDocument {
    let lines = LineSetting(of: text)
    let fence = Array("---".utf8) + lines.ending
    var new = lines.set(content)
    if !new.isEmpty { new += lines.ending }
    let result: RecordDocument
    if let frontMatter {
      result = replacing(frontMatter.content, with: new)
    } else {
      let place = textStart
      let separator = place < text.count ? lines.ending : []
      result = replacing(place..<place, with: fence + new + fence + separator)
    }
    guard let written = result.frontMatter, Array(result.text[written.content]) == new else {
      throw .frontMatterHoldsFence
    }
    return result
  }

  // MARK: Bytes

  private func replacing(_ range: Range<Int>, with bytes: [UInt8]) -> RecordDocument {
    var edited = text
    edited.replaceSubrange(range, with: bytes)
    return RecordDocument(edited)
  }

  private func index(of section: RecordSection) -> Int {
    guard let index = sections.firstIndex(where: { $0.range == section.range }) else {
      preconditionFailure("A section is changed in the document it was read from.")
    }
    return index
  }

  /// Where the text begins behind front matter or a byte order mark.
  private var textStart: Int {
    markdown.root.range?.lowerBound ?? 0
  }

  private func needsLineEnding(before place: Int) -> Bool {
    (place > textStart || frontMatter != nil) && text[place - 1] != 0x0A && text[place - 1] != 0x0D
  }

  /// Whether the line before `place` has something on it.
  private func needsBlankLine(before place: Int) -> Bool {
    guard place > textStart else { return frontMatter != nil }
    var end = place
    if text[end - 1] == 0x0A { end -= 1 }
    if end > textStart, text[end - 1] == 0x0D { end -= 1 }
    let line = text[textStart..<end].reversed().prefix { $0 != 0x0A && $0 != 0x0D }
    return !line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  // MARK: Structure

  /// What must not change in a section that is not edited.
  private func bytes(of section: RecordSection) -> ArraySlice<UInt8> {
    text[section.range]
  }

  private func expect(sectionsOf old: RecordDocument, besides edited: Int) throws(RecordEditError) {
    let shared = zip(sections, old.sections).enumerated()
    let isSame = shared.allSatisfy { index, pair in
      let (new, before) = pair
      return index == edited ? hasHeading(of: old, before, at: new) : bytes(of: new) == old.bytes(of: before)
    }
    try expect(isSame: isSame, count: old.sections.count, edited: edited)
  }

  private func expect(
    sectionsOf old: RecordDocument, aroundNewAt index: Int, endingAt end: Int
  ) throws(RecordEditError) {
    var others = sections
    others.remove(at: index)
    let isSame = zip(others, old.sections).allSatisfy { bytes(of: $0).starts(with: old.bytes(of: $1)) }
    let isWhole = sections[index].range.upperBound == end
    try expect(isSame: isSame && isWhole, count: old.sections.count + 1, edited: index)
  }

  private func expect(isSame: Bool, count: Int, edited: Int) throws(RecordEditError) {
    if isSame, sections.count == count { return }
    if sections.count > count, sections.indices.contains(edited + 1) {
      throw .bodyHoldsHeading(sections[edited + 1].heading)
    }
    throw .bodyStaysOpen
  }

  private func hasSections(of old: RecordDocument, without index: Int) -> Bool {
    var expected = old.sections
    expected.remove(at: index)
    guard sections.count == expected.count else { return false }
    return zip(sections, expected).allSatisfy { bytes(of: $0).starts(with: old.bytes(of: $1)) }
  }

  private func hasHeading(of old: RecordDocument, _ before: RecordSection, at new: RecordSection) -> Bool {
    new.headingRange.lowerBound == before.headingRange.lowerBound
      && text[new.headingRange].starts(with: old.text[before.headingRange])
  }
}

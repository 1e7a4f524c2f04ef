extension RecordDocument {
  /// The body of `section` as it is compared between drafts: the bytes whose digest tells an edited section.
  ///
  /// Lines end in `\n`, white space at their ends and blank lines around the whole are gone.
  public func normalisedBody(of section: RecordSection) -> [UInt8] {
    Self.normalised(Array(text[section.bodyRange]))
  }

  /// Any text in the form of `normalisedBody(of:)`.
  public static func normalised(_ body: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    while let line = SourceLine(at: start, in: body) {
      output.append(contentsOf: line.trimmed(in: body))
      output.append(0x0A)
      start = line.end
    }
    let isBreak = { (byte: UInt8) in byte == 0x0A }
    guard let first = output.firstIndex(where: { !isBreak($0) }),
      let last = output.lastIndex(where: { !isBreak($0) })
    else { return [] }
    return Array(output[first...last])
  }
}

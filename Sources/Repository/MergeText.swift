/// What `git merge-file --diff3` prints, with the conflicts in it that have one sensible end.
///
/// The format of conflicts: https://git-scm.com/docs/git-merge-file
enum MergeText {
  /// So many signs make a line a marker: no file has such lines by chance.
  static let markerSize = 61

  private enum Part {
    case outside, ours, base, theirs
  }

  /// The text without its conflicts; nil where one remains.
  ///
  /// Where one side only adds lines to what the other has changed, at its beginning or its end, both are kept: so a test that
  /// was added behind another one comes to where that one is not there yet.
  static func resolved(_ output: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var part = Part.outside
    var (ours, base, theirs): ([ArraySlice<UInt8>], [ArraySlice<UInt8>], [ArraySlice<UInt8>]) = ([], [], [])
    for line in lines(of: output) {
      switch (part, marker(line)) {
      case (.outside, nil): text += line
      case (.outside, UInt8(ascii: "<")):
        part = .ours
        (ours, base, theirs) = ([], [], [])
      case (.ours, nil): ours.append(line)
      case (.ours, UInt8(ascii: "|")): part = .base
      case (.base, nil): base.append(line)
      case (.base, UInt8(ascii: "=")): part = .theirs
      case (.theirs, nil): theirs.append(line)
      case (.theirs, UInt8(ascii: ">")):
        guard let both = joined(ours, base, theirs) else { return nil }
        text += both
        part = .outside
      default: return nil
      }
    }
    return part == .outside ? text : nil
  }

  private static func joined(
    _ ours: [ArraySlice<UInt8>], _ base: [ArraySlice<UInt8>], _ theirs: [ArraySlice<UInt8>]
  ) -> [UInt8]? {
    let added = theirs.count - base.count
    guard added > 0 else { return nil }
    // Of a last line without an end another one cannot stand behind it.
    if theirs.starts(with: base), ours.last?.last.map({ $0 == 0x0A }) ?? true {
      return Array((ours + theirs.suffix(added)).joined())
    }
    if theirs.suffix(base.count).elementsEqual(base) {
      return Array((theirs.prefix(added) + ours).joined())
    }
    return nil
  }

  /// The sign of a line that is a marker.
  private static func marker(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard let sign = line.first, "<|=>".utf8.contains(sign), line.count >= markerSize,
      line.prefix(markerSize).allSatisfy({ $0 == sign }), line.dropFirst(markerSize).first != sign
    else { return nil }
    return sign
  }

  /// The lines of a text, each with its end.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }
}

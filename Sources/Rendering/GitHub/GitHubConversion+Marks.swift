import Markdown
import Record

/// Something that is put between the words of a record.
struct GitHubMark {
  /// The piece of prose that it is put in.
  var piece: Int

  /// The byte of the source that it is put before.
  var place: Int

  var mark: PageMarks.Mark
}

extension GitHubConversion {
  /// What is put between the words of a block; nothing where it is not known where one of them is written.
  func marks(of block: MarkdownNode, in prose: GitHubProse) -> [GitHubMark] {
    guard record != nil else { return [] }
    let found = PageMarks(of: block, in: section, references)
    var marks: [GitHubMark] = []
    for (index, piece) in prose.pieces.enumerated() where piece.node.kind == .text {
      let inPiece = found.marks(at: piece.node.index)
      guard !inPiece.isEmpty else { continue }
      guard let places = document.sourceOffsets(of: inPiece.map(\.offset), in: piece.node) else { return [] }
      marks += zip(inPiece, places).map { GitHubMark(piece: index, place: $1, mark: $0.mark) }
    }
    return withoutDoubtful(marks)
  }

  /// The marks without the links that would change how what stands next to them reads.
  private func withoutDoubtful(_ marks: [GitHubMark]) -> [GitHubMark] {
    var dropped: Set<Int> = []
    var begin = 0
    for (index, mark) in marks.enumerated() {
      if case .link = mark.mark { begin = index }
      if mark.mark == .endOfLink, !isLinkable(marks[begin].place..<mark.place) {
        dropped.formUnion([begin, index])
      }
    }
    return marks.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
  }

  /// Whether brackets can stand around some words: next to them an asterisk that is none of a pair could become one, and
  /// two pairs of brackets a link by reference.
  private func isLinkable(_ range: Range<Int>) -> Bool {
    let isSign = { (byte: UInt8) in "*_~".utf8.contains(byte) }
    let before = source[..<range.lowerBound].lastIndex { !isSign($0) } ?? -1
    if before + 1 < range.lowerBound, before >= 0, !ASCII.isSpace(source[before]) { return false }
    let behind = source[range.upperBound...].firstIndex { !isSign($0) } ?? source.count
    if behind > range.upperBound, behind < source.count, !ASCII.isSpace(source[behind]) { return false }
    return source[..<range.lowerBound].last != UInt8(ascii: "]")
  }

  /// Puts a mark in.
  mutating func put(_ mark: GitHubMark) {
    switch mark.mark {
    case .link(let url):
      linkTarget = url
      patch.insert(beginOfLink(at: mark.place) + "[", at: mark.place)
    case .endOfLink: patch.insert("]\(GitHubText.target(linkTarget))", at: mark.place)
    case .standing, .endOfStanding: patch.insert("**", at: mark.place)
    // The sentence says it.
    case .attestedNote, .endOfNote: break
    }
  }

  /// What keeps a bracket from being read together with the byte before it.
  private func beginOfLink(at place: Int) -> String {
    let last = source[..<place].lastIndex { $0 != UInt8(ascii: "\\") } ?? -1
    if (place - 1 - last) % 2 == 1 { return "\\" }
    return source[..<place].last == UInt8(ascii: "!") ? GitHubText.parting : ""
  }
}

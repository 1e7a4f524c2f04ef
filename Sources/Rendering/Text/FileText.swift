import Terminal

/// The text of a file, or of a part of one, as it may be shown at a terminal: nothing in it moves the cursor.
public struct FileText {
  /// The lines, without their ends; a line feed at the end begins no further one.
  public let lines: [String]

  /// The text in these bytes.
  public init(_ bytes: some BidirectionalCollection<UInt8>) {
    var pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    lines = pieces.map { piece in
      // A line end of Windows is a line end.
      let line = piece.last == 0x0D ? piece.dropLast() : piece
      return Sanitized(line, keeping: .newlinesAndTabs).description
    }
  }

  /// All of it.
  public var text: String { lines.map { $0 + "\n" }.joined() }
}

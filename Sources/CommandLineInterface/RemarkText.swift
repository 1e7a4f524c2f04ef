import Terminal

/// Something that is worth a look, and what to do about it.
struct RemarkText {
  private let message: String
  private let remedy: String

  init(_ message: String, remedy: String) {
    self.message = message
    self.remedy = remedy
  }

  /// A command is not wrapped: it is there to be copied.
  func lines(wrappedTo width: Int) -> [StyledText] {
    let pieces = Sanitized(message).description.lines(wrappedTo: width - 4)
    return pieces.enumerated().map { place, piece in
      StyledText(place == 0 ? "  ! " : "    ", .yellow) + StyledText(piece)
    } + [StyledText("    ") + StyledText("→ \(Sanitized(remedy))", .cyan)]
  }
}

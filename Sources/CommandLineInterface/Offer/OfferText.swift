import Terminal
import Workspace

/// The offers, if there are any; else nothing at all.
struct OfferText {
  private let report: OfferReport
  private let width: Int

  /// How many are shown; who is offered more reads none.
  private static let limit = 3

  init(_ report: OfferReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    let offers = report.offers
    let more = offers.count - Self.limit
    return offers.prefix(Self.limit).flatMap { offer in
      let subject = Sanitized(offer.subject, limit: 80).description
      let text =
        "postmortem: “\(subject)” has landed, and nothing is recorded for it. Shall it be? You are asked once."
      return text.lines(wrappedTo: width).map { StyledText($0) }
        + [StyledText("  → ") + StyledText(Sanitized(offer.command).description, .cyan)]
    } + (more > 0 ? [StyledText("postmortem: and \(more) more fixes without a record.")] : [])
  }
}

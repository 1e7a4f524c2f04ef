import Delivery
import Terminal
import Workspace

/// What came of posting a record.
struct PostText {
  private let report: PostReport
  private let width: Int

  init(_ report: PostReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    switch report.outcome {
    case .posted: return [head("✓ Posted", .green)] + facts + warnings + offer
    case .replaced: return [head("✓ Replaced", .green)] + facts + warnings + offer
    case .alreadyThere: return [head("✓ It is there already; nothing was sent", .green)] + settled + warnings
    case .dryRun: return request + warnings
    case .asksWhatIsWrong:
      return wrapped(
        "This would be revision \(report.terms.revision). Before one more: which section is wrong, and why? Nothing was sent."
      )
        + [StyledText("→ \(Sanitized(report.next ?? ""))", .cyan)]
    case .notReadBack:
      return [head("! Posted, but not read back", .yellow)] + wrapped(report.reason ?? "") + again
    case .unknown:
      return [StyledText("! It is not known whether it arrived.", [.bold, .yellow])]
        + wrapped(report.reason ?? "") + wrapped("It was looked for, and was not seen. It may still arrive.")
        + again
    }
  }

  private func head(_ words: String, _ style: Style) -> StyledText {
    StyledText(words, style) + StyledText(report.link.map { ": \(Sanitized($0))" } ?? "")
  }

  private var again: [StyledText] {
    [
      StyledText("→ \(Sanitized(report.next ?? ""))", .cyan)
        + " looks first, and posts nothing twice."
    ]
  }

  private var settled: [StyledText] {
    report.settled
      ? wrapped("An earlier call had sent it and could not say so; the journal says it now.") : []
  }

  private var facts: [StyledText] {
    let by = report.signedBy.map { ", signed by \($0)" } ?? ""
    return wrapped(
      "revision \(report.terms.revision), visible to \(report.terms.visibility)\(by); it was read back and "
        + (report.differences.isEmpty ? "says what was signed" : "DOES NOT SAY WHAT WAS SIGNED"))
  }

  private var warnings: [StyledText] {
    let differences = report.differences.map { "✗ It differs in \($0)" }
    let duplicates = report.duplicates.map {
      "✗ THE TICKET HOLDS THE RECORD ONCE MORE: \($0). Something on the way delivered it twice; remove one by hand."
    }
    return (differences + duplicates).flatMap { text in
      Sanitized(text).description.lines(wrappedTo: width).map { StyledText($0, [.bold, .red]) }
    }
  }

  private var offer: [StyledText] {
    guard let next = report.next else { return [] }
    return [
      StyledText("For a version that leadership reads: ") + StyledText(Sanitized(next).description, .cyan)
    ]
  }

  private var request: [StyledText] {
    let rows = [
      ("request", report.request), ("site", report.terms.site), ("account", report.terms.account),
      ("ticket", report.terms.ticket), ("visible to", report.terms.visibility),
      ("revision", "\(report.terms.revision)"), ("replaces", report.terms.replaces ?? "nothing"),
      ("payload", "\(report.bytes) bytes"), ("sha256", report.terms.payload),
    ]
    return Table(rows.map { Table.Row(StyledText($0.0, .bold), Sanitized($0.1).description) }).lines(
      width: width)
      + [
        "", StyledText(Sanitized(String(decoding: report.payload, as: UTF8.self)).description), "",
        "Nothing was sent.",
      ]
  }

  private func wrapped(_ text: String) -> [StyledText] {
    Sanitized(text).description.lines(wrappedTo: width).map { StyledText($0) }
  }
}

/// What was signed.
struct SignText {
  private let report: SignReport
  private let width: Int

  init(_ report: SignReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    if let link = report.alreadyThere {
      return [
        StyledText("✓ It is there already; there is nothing to sign", .green)
          + StyledText(": \(Sanitized(link))")
      ]
    }
    if report.asksWhatIsWrong {
      return [
        StyledText(
          "This would be revision \(report.terms.revision). Say first which section is wrong, and why."),
        StyledText("→ \(Sanitized(report.next ?? ""))", .cyan),
      ]
    }
    return [
      StyledText("✓ Signed", .green)
        + StyledText(" by \(Sanitized(report.signedBy ?? "")), until \(report.ends ?? ""), for one call of:"),
      StyledText("→ \(Sanitized(report.next ?? ""))", .cyan),
    ]
  }
}

/// What was posted of a case.
struct DeliveriesText {
  private let report: DeliveriesReport
  private let width: Int

  init(_ report: DeliveriesReport, width: Int) {
    self.report = report
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    var lines =
      report.deliveries.isEmpty ? ["Nothing was posted yet."] : report.deliveries.flatMap(self.lines)
    if report.unreadable > 0 {
      lines.append(StyledText("! \(report.unreadable) lines of deliveries.jsonl cannot be read.", .yellow))
    }
    return lines
  }

  private func lines(of delivery: DeliveryRecord) -> [StyledText] {
    let terms = delivery.terms
    let (word, style): (String, Style) =
      switch delivery.outcome {
      case .confirmed: ("✓ confirmed", .green)
      case .sent: ("! sent, not read back", .yellow)
      case .refused: ("✗ refused", .red)
      case .unfinished: ("! cut short: it may have arrived; postmortem post looks", .yellow)
      }
    var rows = [
      (
        "ticket",
        "\(terms.ticket) on \(terms.site)\(terms.replaces.map { ", in the place of comment \($0)" } ?? "")"
      ),
      ("posted by", terms.account), ("signed by", "\(delivery.signedBy), \(delivery.signedAt)"),
      ("visible to", terms.visibility), ("payload", "sha256 \(terms.payload)"),
    ]
    if let link = delivery.link { rows.append(("comment", link)) }
    if let wrong = delivery.wrong { rows.append(("was wrong", wrong)) }
    if let reason = delivery.reason { rows.append(("reason", reason)) }
    rows += delivery.differences.map { ("stored otherwise", $0) }
    if let matches = delivery.matchesRecord {
      rows.append(
        ("record", matches ? "is still what was posted" : "has changed since: postmortem post replaces it"))
    }
    if let standing = delivery.standing {
      rows.append(
        ("on the ticket", standing.isEmpty ? "says what the record says" : standing.joined(separator: "; ")))
    }
    return [StyledText("\(Sanitized(delivery.at))  revision \(terms.revision)  ") + StyledText(word, style)]
      + Table(rows.map { Table.Row(StyledText($0.0), Sanitized($0.1).description) }).lines(
        indent: 2, width: width)
  }
}

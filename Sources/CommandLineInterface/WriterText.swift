import Terminal
import Workspace
import Writer

/// What is sent to a language model, and where.
struct WriterSheetText {
  private let sheet: WriterSheet
  private let width: Int

  init(_ sheet: WriterSheet, width: Int) {
    self.sheet = sheet
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    let sections = Sanitized(sheet.sections.joined(separator: ", ")).description
    let head = [
      StyledText("Sent to  ", .bold) + StyledText(Sanitized(sheet.destination).description),
      StyledText("         ") + StyledText("to phrase: \(sections)"),
    ]
    return head + sheet.facts.flatMap(fact) + [StyledText("")]
  }

  /// A fact with all that is sent of it.
  private func fact(_ fact: WriterSheet.Fact) -> [StyledText] {
    let text = Sanitized(fact.text, keeping: .newlinesAndTabs).description
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      String($0).lines(wrappedTo: width - 9)
    }
    let number = StyledText("  \(fact.number)").padded(to: 6)
    return [number + StyledText(Sanitized(fact.name).description, .cyan)]
      + lines.map { StyledText("         ") + StyledText($0) }
  }
}

/// What happens while a language model is asked.
struct WriterEventText {
  private let event: WriterEvent
  private let width: Int

  init(_ event: WriterEvent, width: Int) {
    self.event = event
    self.width = width
  }

  var lines: [StyledText] {
    switch event {
    case .sending(let sheet): WriterSheetText(sheet, width: width).lines
    case .asking(let writer, let round):
      [StyledText("Asking \(Sanitized(writer))\(round == 1 ? "" : " again, for what was dropped") …", .dim)]
    case .waiting(let wait):
      [StyledText("The writer is busy; asked again in \(wait.components.seconds) s …", .dim)]
    case .dropped(let sentence): dropped(sentence)
    }
  }

  private func dropped(_ sentence: DroppedSentence) -> [StyledText] {
    let what = Sanitized("Dropped (\(sentence.section)): \(sentence.text)", limit: 500).description
    let why = Sanitized(sentence.why, limit: 500).description
    return what.lines(wrappedTo: min(width, 110)).map { StyledText($0, .yellow) }
      + why.lines(wrappedTo: min(width, 110) - 4).map { StyledText("    ") + StyledText($0) }
  }
}

/// What came of asking a language model.
struct WriterReportText {
  private let report: WriterReport
  private let key: String
  private let width: Int

  init(_ report: WriterReport, of key: String, width: Int) {
    (self.report, self.key, self.width) = (report, key, width)
  }

  /// What is told where the record is written.
  var written: [StyledText] {
    let count = report.sentences.count
    let dropped = report.dropped.isEmpty ? "" : "; \(report.dropped.count) dropped"
    let line =
      "Phrased by \(report.sent.writer) (\(report.sent.destination)): \(count) \(count == 1 ? "sentence" : "sentences")\(dropped)."
    return paragraph(line) + report.asks.flatMap(ask)
  }

  /// What is told where nothing is.
  var lines: [StyledText] {
    if report.isDryRun {
      return WriterSheetText(report.sent, width: width).lines + [StyledText("Nothing was sent.")]
    }
    return [StyledText("No draft: the writer has no supported prose for what every record has.", .bold)]
      + report.asks.flatMap(ask)
      + [
        StyledText("  → without a writer: postmortem draft \(Sanitized(key))", .cyan)
      ]
  }

  private func ask(_ ask: WriterReport.SectionAsk) -> [StyledText] {
    let standing = ask.isMandatory ? "" : " It says what the case says."
    return RemarkText("\(ask.section): \(ask.why).\(standing) \(ask.question)", remedy: ask.command)
      .lines(wrappedTo: width)
  }

  private func paragraph(_ text: String) -> [StyledText] {
    Sanitized(text).description.lines(wrappedTo: width - 2).map { StyledText("  ") + StyledText($0) }
  }
}

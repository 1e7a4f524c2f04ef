import Casework
import Grounding
import Terminal
import Workspace

/// What a record claims: a line for each thing, and how many stand how.
struct ClaimsText {
  private let report: ClaimsReport
  private let width: Int

  init(_ report: ClaimsReport, width: Int) {
    self.report = report
    self.width = min(width, 120)
  }

  var lines: [StyledText] {
    var seen: Set<String> = []
    // What is named ten times is looked up once, and told once.
    let claims = report.claims.filter { seen.insert("\($0.kind.rawValue) \($0.text)").inserted }
    let rows = claims.map { claim in
      let near = claim.suggestion.map { " (did you mean “\($0)”?)" } ?? ""
      let what = claim.source.isEmpty ? "nothing has it" : claim.source
      return Table.Row(
        StyledText(claim.standing, style(of: claim.standing)).padded(to: 13)
          + StyledText("\(Sanitized(claim.text, limit: 60))"),
        Sanitized("\(claim.kind.rawValue), line \(claim.line): \(what)\(near)").description)
    }
    let standings = Standing.allCases.map(Optional.some) + [nil]
    let counts = standings.compactMap { standing -> String? in
      let word = JudgedClaim.word(for: standing)
      let count = claims.count { $0.standing == word }
      return count == 0 ? nil : "\(count) \(word)"
    }
    return Table(rows).lines(indent: 0, width: width)
      + [
        StyledText(
          "\(claims.count) claims: \(counts.isEmpty ? "none" : counts.joined(separator: ", "))", .bold)
      ]
  }

  private func style(of word: String) -> Style {
    switch Standing(rawValue: word) {
    case .measured, .found: .green
    case .attested: .cyan
    case .unsupported: [.bold, .red]
    case nil: .dim
    }
  }
}

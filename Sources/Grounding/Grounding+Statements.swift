import Casework
import Markdown
import Repository

/// What stands in evidence, or elsewhere: releases, references, figures, output.
extension Grounding {
  func judge(version claim: Claim, _ tags: Set<String>) throws -> JudgedClaim {
    if let tag = Self.tags(for: claim.text).first(where: tags.contains) {
      return JudgedClaim(claim: claim, standing: .found, source: "the tag \(tag)")
    }
    // It may be the release of something else, about which nothing here knows.
    return try elsewhere(claim, "no tag of this repository")
  }

  /// The names that the tag of a release may have.
  static func tags(for version: String) -> [String] {
    let bare = version.hasPrefix("v") ? String(version.dropFirst()) : version
    return [version, bare, "v\(bare)"]
  }

  func judge(reference claim: Claim) throws -> JudgedClaim {
    if let named = texts.commits.first(where: { holds(claim.text, in: $0.commit.subject) }) {
      return JudgedClaim(
        claim: claim, standing: .found, source: "the message of \(named.commit.id.digits.prefix(10))")
    }
    return try elsewhere(claim, "the tracker is not asked")
  }

  private func holds(_ reference: String, in subject: String) -> Bool {
    let text = Array(subject.utf8)
    guard let place = text.place(of: reference.utf8) else { return false }
    let end = place + reference.utf8.count
    return end == text.count || !Letters.isDigit(text[end])
  }

  func judge(figure claim: Claim) throws -> JudgedClaim {
    // A thousand may be written either way.
    for text in [claim.text, claim.text.filter { $0 != "," }] {
      if let judged = try inEvidence(claim, { $0.label(ofFigure: text, counting: claim.counted) }) {
        return judged
      }
    }
    // One digit stands in nearly every change: that says nothing of what it counts.
    if claim.text.utf8.count > 1, try texts.changedLines.hasFigure(claim.text) {
      return JudgedClaim(claim: claim, standing: .found, source: "the lines that the fix changes")
    }
    return notInEvidence(claim)
  }

  func judge(quotation claim: Claim) throws -> JudgedClaim {
    try inEvidence(claim) { $0.label(holding: claim.text) } ?? notInEvidence(claim)
  }
}

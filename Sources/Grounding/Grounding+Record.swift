import Casework
import Record
import Repository

/// What a record says of itself: persons, addresses, the order of its commits, its evidence.
extension Grounding {
  func judge(person claim: Claim) throws -> JudgedClaim {
    if let source = sources.persons[claim.text] {
      return JudgedClaim(claim: claim, standing: .found, source: source)
    }
    if let stated = try inEvidence(claim, { $0.label(holding: claim.text) }) { return stated }
    // Two people may have nearly the same name, and both be right.
    switch try texts.repository.hasAuthor(named: claim.text, timeLimit: .seconds(1)) {
    case true?: return JudgedClaim(claim: claim, standing: .found, source: "an author of this repository")
    case false?: return missing(claim, PersonClaims(Set(sources.persons.keys)).nearest(to: claim.text))
    case nil:
      return JudgedClaim(claim: claim, standing: nil, source: "the history is too long to be searched")
    }
  }

  func judge(address claim: Claim) throws -> JudgedClaim {
    guard let fault = AddressShape.fault(in: claim.text) else {
      return try elsewhere(claim, "no address is opened")
    }
    return JudgedClaim(
      claim: claim, standing: .unsupported, source: fault.words, suggestion: fault.meant)
  }

  func judge(evidence claim: Claim) -> JudgedClaim {
    guard let counts = sources.counts else {
      return JudgedClaim(claim: claim, standing: nil, source: "there is no evidence of this record here")
    }
    if EvidenceCounts(claim.text) == counts {
      return JudgedClaim(claim: claim, standing: .found, source: "the evidence of the case")
    }
    return JudgedClaim(
      claim: claim, standing: .unsupported, source: "the case has \(counts.text)", suggestion: counts.text)
  }

  /// A commit where the bug began does not come after its fix, and what exposed it not before what was exposed.
  func judge(order claim: Claim) throws -> JudgedClaim {
    guard let fix = sources.fix.last,
      let place = sources.origins.firstIndex(where: { CommitName.isSame($0.id.digits, claim.text) })
    else {
      return JudgedClaim(claim: claim, standing: nil, source: "its commit or the fix is not in this clone")
    }
    let commit = sources.origins[place]
    if commit.id != fix.id, try texts.comesBefore(fix, commit) {
      return JudgedClaim(
        claim: claim, standing: .unsupported,
        source: "it comes after the fix \(fix.id.short) and has it in its history")
    }
    if place > 0, commit.id != sources.origins[0].id, try texts.comesBefore(commit, sources.origins[0]) {
      return JudgedClaim(
        claim: claim, standing: .unsupported,
        source: "it comes before \(sources.origins[0].id.short), in which the bug began")
    }
    return JudgedClaim(
      claim: claim, standing: try texts.comesBefore(commit, fix) ? .found : nil,
      source: try texts.comesBefore(commit, fix)
        ? "the history of the fix \(fix.id.short)" : "another line than that of the fix \(fix.id.short)")
  }
}

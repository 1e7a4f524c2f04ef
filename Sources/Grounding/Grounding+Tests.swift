import Casework
import Markdown
import Repository

/// What the proof says of a test that a record names.
extension Grounding {
  /// The claim with what the proof of the fix says of it, where it is a test.
  ///
  /// That it was named where something failed is measured; that it was not named says nothing.
  func addingProof(to judged: JudgedClaim) -> JudgedClaim {
    guard judged.standing == .found, Self.isTest(judged.claim), let proof = sources.proof else {
      return judged
    }
    let name = judged.claim.text
    var judged = judged
    if Self.holds(name, in: proof.failure) {
      judged.standing = .measured
      judged.source += "; what failed before the fix names it (\(proof.label)), which failed \(proof.after)"
    } else if proof.carried.contains(where: { $0 == name || $0.hasSuffix("/\(name)") }) {
      judged.source += "; carried onto the tree before the fix (\(proof.label))"
    } else if Self.holds(name, in: proof.runs) {
      judged.source += "; run in \(proof.label)"
    } else {
      judged.source += "; \(proof.label) does not say that it was run"
    }
    return judged
  }

  private static func isTest(_ claim: Claim) -> Bool {
    switch claim.kind {
    case .path: return TestPath.reason(TreePath(claim.text)) != nil
    case .identifier:
      let name = claim.text
      // `testing` and `latest` are words; names of tests go on behind it, or end with it.
      return name.hasPrefix("test_") || name.hasSuffix("_test") || name.hasSuffix("Test") && name.count > 4
        || name.hasSuffix("Tests") && name.count > 5 || isCapital(name, behind: "test")
        || isCapital(name, behind: "Test")
    default: return false
    }
  }

  private static func isCapital(_ name: String, behind beginning: String) -> Bool {
    name.hasPrefix(beginning) && name.dropFirst(beginning.count).first?.isUppercase == true
  }

  private static func holds(_ name: String, in text: [UInt8]) -> Bool {
    var rest = text[...]
    while let place = rest.place(of: name.utf8) {
      let end = place + name.utf8.count
      let isStart = place == 0 || !Letters.isWord(text[place - 1])
      if isStart, end == text.count || !Letters.isWord(text[end]) { return true }
      rest = text[end...]
    }
    return false
  }
}

import Casework
import Markdown
import Repository
import Spelling
import Storage

/// What the repository has: names, files, lines, commits.
extension Grounding {
  func judge(name claim: Claim, _ places: [String: String]) throws -> JudgedClaim {
    if let place = places[claim.text] { return JudgedClaim(claim: claim, standing: .found, source: place) }
    if let branch = sources.branches[claim.text] {
      return JudgedClaim(claim: claim, standing: branch.standing, source: branch.source)
    }
    if let label = measured.label(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .measured, source: label)
    }
    if SystemNames.has(claim.text) {
      return JudgedClaim(
        claim: claim, standing: nil, source: "a name of the system, and none of this repository")
    }
    return missing(claim, try texts.changed.nearest(to: claim.text))
  }

  func judge(
    path claim: Claim, _ places: [String: String], _ namedPaths: [String: String]
  ) throws -> JudgedClaim {
    if let place = try texts.place(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .found, source: place.label)
    }
    if let root = texts.repository.workTree, Path.isWithin(claim.text),
      FileTree.isFile("\(root)/\(claim.text)") || FileTree.isDirectory("\(root)/\(claim.text)")
    {
      return JudgedClaim(claim: claim, standing: .found, source: "the working tree")
    }
    if let label = measured.label(of: claim.text) {
      return JudgedClaim(claim: claim, standing: .measured, source: label)
    }
    let parts = Self.parts(of: claim.text)
    if !claim.text.contains("/"), let place = places[parts[0]], parts.allSatisfy({ places[$0] != nil }) {
      return JudgedClaim(claim: claim, standing: .found, source: place)
    }
    if let place = namedPaths[claim.text] {
      return JudgedClaim(claim: claim, standing: .found, source: place)
    }
    return missing(claim, try texts.nearest(toPath: claim.text))
  }

  /// What may be no claim at all: only that it stands nowhere, and is one slip away from what is there, tells something.
  func judge(
    tentative claim: Claim, _ places: [String: String], _ namedPaths: [String: String]
  ) throws -> JudgedClaim {
    let idle = JudgedClaim(claim: claim, standing: nil, source: "it may be no name")
    if try places[claim.text] != nil || namedPaths[claim.text] != nil || texts.place(of: claim.text) != nil
      || measured.label(of: claim.text) != nil
    {
      return idle
    }
    let meant =
      switch claim.kind {
      case .path: try texts.nearest(toPath: claim.text)
      default: try texts.changed.lengthened(claim.text)
      }
    guard let meant, Spelling.distance(Array(meant.utf8), Array(claim.text.utf8), atMost: 1) != nil else {
      return idle
    }
    return missing(claim, meant)
  }

  func judge(line claim: Claim) throws -> JudgedClaim {
    let parts = claim.text.split(separator: ":")
    guard parts.count == 2, let number = Int(parts[1]), let place = try texts.place(of: String(parts[0])),
      let file = place.file
    else {
      if let label = measured.label(of: claim.text) {
        return JudgedClaim(claim: claim, standing: .measured, source: label)
      }
      return missing(claim, try parts.first.flatMap { try texts.nearest(toPath: String($0)) })
    }
    let count = try texts.lineCount(of: file, in: place.commit) ?? 0
    if number >= 1, number <= count {
      return JudgedClaim(claim: claim, standing: .found, source: place.label)
    }
    var judged = missing(claim, nil)
    judged.source = "\(file) has \(count) lines in \(place.label)"
    return judged
  }

  func judge(commit claim: Claim, _ named: NamedCommits) -> JudgedClaim {
    switch named.namings[claim.text] ?? .missing {
    case .object(let id, let kind):
      let known = texts.commits.first { $0.commit.id == id }?.label
      return JudgedClaim(
        claim: claim, standing: .found, source: known ?? "a \(kind) of the repository",
        doubt: named.besideMain[id].map { .besideMain(branches: $0) })
    case .ambiguous:
      var judged = missing(claim, nil)
      judged.source = "more than one object begins with it"
      return judged
    case .missing:
      if let label = measured.label(holding: claim.text) {
        return JudgedClaim(claim: claim, standing: .measured, source: label)
      }
      let known = texts.commits.map { String($0.commit.id.digits.prefix(claim.text.utf8.count)) }
      var vocabulary = Vocabulary()
      for name in known { vocabulary.insert(name) }
      return missing(claim, vocabulary.nearest(to: claim.text))
    }
  }
}

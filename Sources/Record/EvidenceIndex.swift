import Casework

/// The last part of a record: what its statements rest on, numbered, with the way to see it again.
struct EvidenceIndex {
  private let facts: RecordFacts

  init(_ facts: RecordFacts) {
    self.facts = facts
  }

  var text: String {
    var lines: [String] = []
    for entry in facts.evidence {
      guard case .proof(let summary) = entry.fact else { continue }
      lines.append(
        "- \(entry.label), measured \(entry.at): \(summary.sentence) Report `sha256:\(summary.digest.prefix(12))`."
      )
    }
    let found = facts.evidence.filter { if case .found = $0.fact { true } else { false } }
    if !found.isEmpty { lines.append("- \(labels(found)), found in the repository: \(fields(found)).") }
    for (person, entries) in attested {
      lines.append("- \(labels(entries)), attested by \(person): \(fields(entries)).")
    }
    var text = lines.joined(separator: "\n")
    if let proof = facts.proof {
      text += "\n\nTo see \(proof.label) by hand:\n\n" + fenced(proof.summary.byHand.joined(separator: "\n"))
    }
    return text + "\n\n" + counts
  }

  /// The numbers of some entries, neighbours joined: "E1–E4, E9".
  private func labels(_ entries: [Evidence]) -> String {
    var spans: [(Int, Int)] = []
    for entry in entries {
      if let last = spans.last, last.1 + 1 == entry.number {
        spans[spans.count - 1].1 = entry.number
      } else {
        spans.append((entry.number, entry.number))
      }
    }
    return spans.map { $0.0 == $0.1 ? "E\($0.0)" : "E\($0.0)–E\($0.1)" }.joined(separator: ", ")
  }

  private func fields(_ entries: [Evidence]) -> String {
    var names: [String] = []
    for entry in entries {
      let name =
        switch entry.fact {
        case .found(let value): value.field
        case .attested(let value): value.field
        case .proof: ""
        }
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  /// Entries by the person who attested them, in the order in which they first did.
  private var attested: [(String, [Evidence])] {
    var people: [(String, [Evidence])] = []
    for entry in facts.evidence {
      guard case .attested(let value) = entry.fact else { continue }
      if let place = people.firstIndex(where: { $0.0 == value.by }) {
        people[place].1.append(entry)
      } else {
        people.append((value.by, [entry]))
      }
    }
    return people
  }

  private var counts: String {
    var measured = 0
    var found = 0
    var attested = 0
    for entry in facts.evidence {
      switch entry.fact {
      case .proof: measured += 1
      case .found: found += 1
      case .attested: attested += 1
      }
    }
    return
      "Of these, \(measured) \(measured == 1 ? "is" : "are") measured, \(found) found, \(attested) attested."
  }
}

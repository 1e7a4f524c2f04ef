import Casework
import Markdown

/// What the statements of a record rest on, numbered, with the way to see it again.
struct EvidenceIndex {
  private let facts: RecordFacts

  /// The evidence that holds: values that were given anew, and proofs that were made anew, are left out.
  private let current: [Evidence]

  init(_ facts: RecordFacts) {
    self.facts = facts
    var last: [String: Int] = [:]
    let telling = facts.evidence.filter(Self.isTelling)
    for entry in telling { last[Self.subject(of: entry)] = entry.number }
    current = telling.filter { entry in
      last[Self.subject(of: entry)] == entry.number && !Self.isEmpty(entry)
    }
  }

  /// What an entry is about; a later one about the same takes its place.
  private static func subject(of entry: Evidence) -> String {
    switch entry.fact {
    case .found(let value): value.field
    case .attested(let value): value.field
    case .proof(let proof): "proof of \(proof.fix) by \(proof.repro)"
    case .origin(let origin): "origin of \(origin.fix)\(origin.isMeasured ? ", measured" : "")"
    }
  }

  /// Whether it says something: a proof that was interrupted or could not run does not.
  private static func isTelling(_ entry: Evidence) -> Bool {
    if case .proof(let proof) = entry.fact { return proof.isDeciding }
    return true
  }

  /// Whether it says that a field has no value.
  private static func isEmpty(_ entry: Evidence) -> Bool {
    switch entry.fact {
    case .found(let value): value.value.isEmpty
    case .attested(let value): value.value.isEmpty
    case .proof, .origin: false
    }
  }

  // MARK: The section

  /// The last section of a record.
  var text: String {
    var lines = entries.map { "- \($0)" }
    if let ledger { lines.append("- \(ledger)") }
    var text = lines.joined(separator: "\n")
    if let proof = facts.proof {
      let commands = proof.summary.byHand.joined(separator: "\n")
      text += "\n\nTo run \(proof.label) by hand:\n\n" + MarkdownText.codeBlock(commands)
    }
    return "\(text)\n\n\(countsLine)"
  }

  /// The evidence in the order of its numbers, what has the same source on one line.
  var entries: [String] {
    var groups: [(source: String, entries: [Evidence])] = []
    for entry in current {
      let source = Self.source(of: entry)
      if let place = groups.firstIndex(where: { $0.source == source }) {
        groups[place].entries.append(entry)
      } else {
        groups.append((source, [entry]))
      }
    }
    return groups.map { group in
      "\(Self.labels(group.entries)), \(group.source): \(Self.content(of: group.entries))"
    }
  }

  private static func source(of entry: Evidence) -> String {
    switch entry.fact {
    case .found(let value): "found in \(value.source)"
    case .attested(let value): "attested by \(value.by)"
    case .proof: "measured \(entry.at)"
    case .origin(let origin) where origin.isMeasured: "measured \(entry.at)"
    case .origin(let origin):
      // What its author says stands in the message; all else is a judgement.
      "\(origin.isNamed ? "named in the fix's message" : "judged from the history before the fix"), \(entry.at)"
    }
  }

  private static func content(of entries: [Evidence]) -> String {
    if case .proof(let proof)? = entries.first?.fact {
      return "\(proof.sentence) Report sha256:\(proof.digest.prefix(16))"
    }
    if case .origin(let origin)? = entries.first?.fact {
      return content(of: origin)
    }
    var names: [String] = []
    for entry in entries {
      let field =
        switch entry.fact {
        case .found(let value): value.field
        case .attested(let value): value.field
        case .proof, .origin: ""
        }
      // "actions.0.owner" is told as "actions".
      let parts = field.split(separator: ".")
      let name = parts.count > 1 && Int(parts[1]) != nil ? String(parts[0]) : field
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: ", ")
  }

  private static func content(of origin: OriginSummary) -> String {
    let sentence = MarkdownText.escaped(origin.sentence)
    let reasons = origin.reasons.prefix(3).map(MarkdownText.escaped).joined(separator: "; ")
    guard let running = origin.running else {
      return "\(sentence)\(reasons.isEmpty ? "" : " It \(reasons).")"
    }
    let command = "By \(MarkdownText.codeSpan(running.repro)), \(running.runs) runs."
    guard origin.isMeasured else { return "\(sentence) \(MarkdownText.escaped(running.sentence)) \(command)" }
    let latent = running.latentSince.map {
      " It passes at \($0.prefix(10)), which wrote what the fix removes."
    }
    return "\(sentence)\(latent ?? "") \(command)"
  }

  /// The numbers of what is known in one way: "E1–E8"; experiments of the ledger by theirs.
  func numbers(_ standing: Standing) -> String {
    let evidence = Self.labels(current.filter { $0.standing == standing })
    let runs = facts.ledger.entries.filter { $0.imported == nil && $0.isExperiment }.map(\.label)
    let all = (evidence.isEmpty ? [] : [evidence]) + (standing == .measured ? runs : [])
    return all.joined(separator: ", ")
  }

  /// The numbers of some entries, neighbours joined: "E1–E4, E9".
  private static func labels(_ entries: [Evidence]) -> String {
    var spans: [ClosedRange<Int>] = []
    for entry in entries {
      if let last = spans.last, last.upperBound + 1 == entry.number {
        spans[spans.count - 1] = last.lowerBound...entry.number
      } else {
        spans.append(entry.number...entry.number)
      }
    }
    return spans.map { $0.count == 1 ? "E\($0.lowerBound)" : "E\($0.lowerBound)–E\($0.upperBound)" }
      .joined(separator: ", ")
  }

  // MARK: The ledger

  /// Runs of the ledger that the tool made itself.
  private var experiments: Int { facts.ledger.entries.count { $0.imported == nil && $0.isExperiment } }

  private var ledger: String? {
    let entries = facts.ledger.entries
    guard let first = entries.map(\.number).min(), let last = entries.map(\.number).max() else { return nil }
    let span = first == last ? "L\(first)" : "L\(first)–L\(last)"
    let all = entries.count(where: \.isExperiment)
    let here = experiments == all ? "" : ", \(experiments) of them run by the tool"
    let runs = all == 0 ? "" : " (\(all) \(all == 1 ? "experiment" : "experiments")\(here))"
    return "\(span), the ledger\(runs): \(MarkdownText.codeSpan("\(facts.directory)/ledger.jsonl"))"
  }

  // MARK: Counts

  /// How many facts are known how, experiments of the ledger included.
  var counts: [(standing: Standing, count: Int)] {
    var counts: [Standing: Int] = [.measured: experiments]
    for entry in current { counts[entry.standing, default: 0] += 1 }
    return [.measured, .found, .attested].map { ($0, counts[$0] ?? 0) }
  }

  private var countsLine: String {
    "\(EvidenceCounts.lineBeginning)\(EvidenceCounts(counts).text)."
  }
}

extension LedgerEntry {
  fileprivate var isExperiment: Bool {
    if case .experiment = content { return true }
    return false
  }
}

extension Evidence {
  /// How the fact is known.
  fileprivate var standing: Standing {
    switch fact {
    case .found: .found
    case .attested: .attested
    case .proof: .measured
    case .origin(let origin): origin.standing
    }
  }
}

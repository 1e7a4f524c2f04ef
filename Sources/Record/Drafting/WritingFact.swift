import Casework

/// A fact as a writer gets it: numbered by its place, in the words in which a record would have it.
public struct WritingFact: Sendable, Codable, Equatable {
  /// What kind of fact it is: "cause.mechanism".
  public var name: String

  /// What it says.
  public var text: String

  /// What may be made of it.
  public var kind: Kind

  /// What may be made of a fact.
  public enum Kind: String, Sendable, Codable {
    /// It says that something is so.
    case states

    /// It says why something is so.
    case explains

    /// It says that something is not so, or was not done.
    case denies

    /// It quotes what was seen, whoever wrote that: it can be quoted, letter by letter, and vouches for nothing.
    case quotes
  }

  /// A fact from its parts.
  public init(name: String, text: String, _ kind: Kind = .states) {
    self.name = name
    self.text = text
    self.kind = kind
  }
}

extension RecordFacts {
  /// What a writer may make sentences of, in the order of a record.
  ///
  /// Not among them: who owns, wrote, saw or does something, and what is to be done. A record says that without a model.
  public var forWriting: [WritingFact] {
    let view = RecordView(self)
    let (cause, fix) = (facts.cause, facts.fix)
    var list: [WritingFact] = []
    func add(_ name: String, _ text: String, _ kind: WritingFact.Kind = .states) {
      if !text.isEmpty { list.append(WritingFact(name: name, text: text, kind)) }
    }
    add("key", facts.key)
    add("title", facts.title)
    add("symptom", facts.symptom.text, .quotes)
    add("symptom.source", facts.symptom.source)
    add("repro.command", facts.repro.command)
    add("repro.reliable_by", facts.repro.reliableBy, .explains)
    add("cause.mechanism", cause.mechanism, .explains)
    add("cause.chain", cause.chain, .explains)
    add("cause.introduced_by", view.named(cause.introducedBy))
    add("cause.exposed_by", view.named(cause.exposedBy))
    for commit in fix.commits { add("fix.commit", view.named(commit)) }
    for file in files { add(file.isTest ? "fix.test" : "fix.file", file.path) }
    add("fix.pull_request", fix.pullRequest)
    add("fix.arrival", view.fixArrival)
    add("fix.summary", fix.summary)
    add("fix.reason", fix.reason, .explains)
    for attempt in facts.attempts {
      add("attempt", "\(view.named(attempt.commit)): \(attempt.flaw)", .explains)
    }
    add("tools", view.tools)
    for state in [HypothesisState.rejected, .confirmed] {
      for hypothesis in ledger.hypotheses where hypothesis.state == state {
        add("hypothesis.\(state.rawValue)", told(hypothesis), .explains)
      }
    }
    add("slipped.kind", facts.slipped.category?.sentence ?? "", .explains)
    add("slipped.text", facts.slipped.text, .explains)
    add("proof", view.proofTold)
    for run in facts.validation { add("validation", (run.passes ? "" : "it fails: ") + run.what) }
    for gap in facts.notCovered { add("not_covered", "\(gap): not tested", .denies) }
    add("affected", affected.joined(separator: ", "))
    return list
  }

  /// A hypothesis, and the experiment that decided it.
  private func told(_ hypothesis: Hypothesis) -> String {
    let experiment = hypothesis.experiment.flatMap { number in
      ledger.experiments.first { $0.number == number }?.experiment
    }
    let run = experiment.map { ExperimentTelling($0, fixes: facts.fix.commits).sentence }
    return [hypothesis.text, hypothesis.reason ?? "", run ?? ""].filter { !$0.isEmpty }
      .joined(separator: ". ")
  }
}

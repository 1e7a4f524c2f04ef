import Casework
import Markdown
public import Templates

/// The names that the templates of sections may use: those of `case.yaml`, and what else is known.
public enum RecordNames {
  /// All of them, in the order of a case.
  public static let all: [TemplateName] = names.map(\.name)

  /// What they stand for in a record.
  static func values(of facts: RecordFacts) -> [String: TemplateValue] {
    let view = RecordView(facts)
    return Dictionary(uniqueKeysWithValues: names.map { ($0.name.name, $0.value(view)) })
  }

  /// A name together with the way to its value, so that none is documented and not there.
  private struct Name: Sendable {
    var name: TemplateName
    var value: @Sendable (RecordView) -> TemplateValue

    init(_ name: String, _ help: String, _ value: @escaping @Sendable (RecordView) -> String) {
      self.name = TemplateName(name, .text, help)
      self.value = { .text(value($0)) }
    }

    init(flag name: String, _ help: String, _ value: @escaping @Sendable (RecordView) -> Bool) {
      self.name = TemplateName(name, .flag, help)
      self.value = { .flag(value($0)) }
    }

    init(
      list name: String, _ help: String, of elements: [TemplateName],
      _ value: @escaping @Sendable (RecordView) -> [[String: TemplateValue]]
    ) {
      self.name = TemplateName(name, .list(elements), help)
      self.value = { .list(value($0)) }
    }
  }

  private static func text(_ name: String, _ help: String) -> TemplateName {
    TemplateName(name, .text, help)
  }

  private static let names: [Name] = [
    Name("key", "The key of the case.") { $0.bug.key },
    Name("key.link", "The key, as a link where the ticket is known.") { $0.keyLink },
    Name("title", "What broke.") { $0.bug.title },
    Name("owner", "Who answers questions about the record.") { $0.bug.owner },
    Name("ticket", "Where the bug is tracked.") { $0.bug.ticket },
    Name("symptom.text", "What was seen.") { $0.bug.symptom.text },
    Name("symptom.output", "What was seen, as a code block.") { $0.symptomOutput },
    Name("symptom.source", "Where it was seen.") { $0.bug.symptom.source },
    Name("repro.command", "The repro, as code.") { MarkdownText.codeSpan($0.bug.repro.command) },
    Name(
      "repro.attestation", "Who has seen the repro fail, when, and what to open, where it is not measured."
    ) {
      $0.reproAttestation
    },
    Name("repro.reliable_by", "What makes the repro fail reliably.") { $0.bug.repro.reliableBy },
    Name("cause.mechanism", "The mechanism, as it was given.") { $0.bug.cause.mechanism },
    Name("cause.chain", "How it leads to the symptom, as it was given.") { $0.bug.cause.chain },
    Name("cause.introduced_by", "The commit whose lines are at fault.") { $0.bug.cause.introducedBy },
    Name("cause.introduced_by.named", "The same with its subject and date.") {
      $0.named($0.bug.cause.introducedBy)
    },
    Name("cause.exposed_by", "The commit that made it show.") { $0.bug.cause.exposedBy },
    Name("cause.exposed_by.named", "The same with its subject and date.") {
      $0.named($0.bug.cause.exposedBy)
    },
    Name("affected", "The releases that have the bug.") { $0.facts.affected.joined(separator: ", ") },
    Name("fix.change", "What the fix changes: its commits, files and tests, as a sentence.") { $0.fixChange },
    Name("fix.pull_request", "Its pull request.") { $0.bug.fix.pullRequest },
    Name("fix.branch", "The branch that it was made on.") { $0.bug.fix.branch },
    Name("fix.merge_commit", "The merge that brought it onto the main branch.") {
      $0.facts.arrival.mergeCommit
    },
    Name("fix.merged", "When it was merged.") { $0.facts.arrival.merged },
    Name("fix.first_release", "The first release that holds it.") { $0.facts.arrival.firstRelease },
    Name("fix.arrival", "How it arrived: its branch, its merge and the first release with it, as a sentence.")
    {
      $0.fixArrival
    },
    Name("fix.summary", "What it does.") { $0.bug.fix.summary },
    Name("fix.reason", "Why that removes the cause.") { $0.bug.fix.reason },
    Name(
      list: "attempts", "Earlier fixes that did not hold.",
      of: [
        text("commit", "The commit."), text("commit.named", "The commit with its subject and date."),
        text("flaw", "What was wrong with it."),
      ]
    ) { view in
      view.bug.attempts.map {
        ["commit": .text($0.commit), "commit.named": .text(view.named($0.commit)), "flaw": .text($0.flaw)]
      }
    },
    Name("tools.named", "The tools that showed the cause, as given or as the ledger names them.") {
      $0.tools
    },
    Name(
      list: "rejected", "The hypotheses that the ledger rejects.", of: hypothesisNames
    ) { $0.hypotheses(.rejected) },
    Name(
      list: "confirmed", "The hypotheses that the ledger confirms.", of: hypothesisNames
    ) { $0.hypotheses(.confirmed) },
    Name("slipped.kind", "The kind of gap, as a sentence.") { $0.bug.slipped.category?.sentence ?? "" },
    Name("slipped.text", "The gap.") { $0.bug.slipped.text },
    Name("proof.label", "The number of the proof in the evidence; empty where there is none.") {
      $0.proof?.label ?? ""
    },
    Name("proof.told", "What the proof measured, as a sentence.") { $0.proofTold },
    Name(
      "proof.output",
      "What the repro failed with before the fix, a line of its output or the tests that failed, as a code block, unless the symptom has it."
    ) {
      $0.proofOutput
    },
    Name("proof.machine", "What the proof was measured on.") {
      $0.proof.flatMap(\.summary.machine).map(MarkdownText.escaped) ?? ""
    },
    Name(
      list: "validation", "Runs that somebody vouches for.",
      of: [
        text("what", "What was run, and what came out."), text("by", "Who says so."), text("on", "When."),
        text("see", "What a reader can open."),
      ]
    ) { view in
      view.bug.validation.map {
        [
          "what": .text(($0.passes ? "" : "it fails: ") + $0.what), "by": .text($0.attested.by),
          "on": .text($0.attested.on), "see": .text($0.attested.see),
        ]
      }
    },
    Name("attested_only", "What of repro and validation is attested and not measured, as a sentence.") {
      $0.attestedOnly
    },
    Name(
      list: "not_covered", "What was not tested.",
      of: [text("text", "A configuration, platform or workload.")]
    ) { view in view.bug.notCovered.map { ["text": .text($0)] } },
    Name(
      list: "actions", "What is to be done.",
      of: [text("what", "What."), text("owner", "Who does it."), text("tracked", "What tracks it.")]
    ) { view in
      view.bug.actions.map {
        ["what": .text($0.what), "owner": .text($0.owner), "tracked": .text($0.tracked)]
      }
    },
    Name("no_actions", "Why nothing is to be done.") { $0.bug.noActions },
    Name(flag: "outage.customer_visible", "Customers saw an outage.") { $0.bug.outage.isCustomerVisible },
    Name("outage.confirmed_by", "Who wants the record beside the incident report.") {
      $0.bug.outage.confirmedBy
    },
  ]

  private static let hypothesisNames = [
    text("label", "Its number in the ledger."), text("text", "What it says."),
    text("reason", "Why it has its state."), text("experiment", "The number of the experiment that decided."),
    text(
      "experiment.told",
      "That experiment: what was different, the commit it ran on (“on the fix” where it is one of its), and what came out."
    ),
  ]
}

/// The text of a new `case.yaml`: made to be read and filled in by people.
enum CaseTemplate {
  /// The file of the case `key`, in which nothing is known yet.
  static func text(key: String) -> String {
    """
    # \(key): what is known of one fixed bug. Facts only: leave empty what nobody knows.
    # `postmortem gate \(key)` says what is missing, `postmortem draft \(key)` writes the record.

    key: \(key)

    # What broke, in the words of a user or a workload, on one line.
    title:

    # Who answers questions about this record, by name.
    owner:

    # Where the bug is tracked: a link.
    ticket:

    # What was seen, verbatim: test output, an error, a log line, a number, a report.
    symptom:
      text:
      source:

    # How somebody else sees it. Where it cannot be run here, who has seen it fail: by, on (a date), see (a link).
    repro:
      command:
      setup:
      symptom:
      reliable_by:
      attested:

    # The mechanism from end to end: which function does what under which condition, with the names of the code;
    # the chain from there to the symptom; the commit whose lines are at fault, and the one that made it show, where
    # that is another.
    cause:
      mechanism:
      chain:
      introduced_by:
      exposed_by:

    # What was changed, and why that removes the cause rather than hides the symptom.
    fix:
      commits: []
      pull_request:
      branch:
      summary:
      reason:

    # Runs and checks elsewhere: what, passes (true or false), by, on (a date), see (a link).
    validation: []

    # What was not tested.
    not_covered: []

    # Earlier fixes that did not hold: commit, flaw.
    attempts: []

    # The tools that showed the cause. The hypotheses and experiments stand in the ledger.
    tools: []

    # How the bug got through: the gap, never a person. Categories: \
    \(Case.Slipped.Category.allCases.map(\.rawValue).joined(separator: ", ")).
    slipped:
      category:
      text:

    # What is to be done: what, owner, tracked (a ticket, pull request or test). Or why nothing is.
    actions: []
    no_actions:

    """
  }
}

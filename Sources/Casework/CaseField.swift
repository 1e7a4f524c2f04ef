public import YAML

/// A field of a case that a person or a script can set: its path, and what a good answer holds.
public struct CaseField: Sendable, Equatable {
  /// What a field takes.
  public enum Kind: Sendable, Equatable {
    /// A text; several lines where they help.
    case text

    /// A list of texts.
    case texts

    /// `true` or `false`.
    case flag

    /// One of some words.
    case word([String])
  }

  /// Its path: "cause.mechanism"; in a list "NEW" stands for an element's number or the word "new".
  public let path: String

  /// What it takes.
  public let kind: Kind

  /// What a good answer holds, in one sentence.
  public let help: String

  /// All fields, in the order of the file.
  public static let all: [CaseField] = [
    CaseField("title", .text, "What broke, in the words of a user or a workload, on one line."),
    CaseField("owner", .text, "Who answers questions about this record, by name."),
    CaseField("ticket", .text, "Where the bug is tracked: a link."),
    CaseField(
      "symptom.text", .text, "What was seen, verbatim: test output, an error, a log line, a number, a report."
    ),
    CaseField("symptom.source", .text, "Where it was seen: a run, a log, a ticket."),
    CaseField("repro.command", .text, "A command that fails with the bug and passes without it."),
    CaseField("repro.setup", .text, "A command that builds a tree first."),
    CaseField("repro.symptom", .text, "What a failing run prints, as a pattern; or: hang."),
    CaseField(
      "repro.reliable_by", .text,
      "What makes it fail reliably: a seed, a size, a load, a change of the code; where it was a flake."),
    CaseField("repro.attested.by", .text, "Who saw it fail, where it cannot be run here."),
    CaseField("repro.attested.on", .text, "When: a day that has come, 2026-07-10, or with a time."),
    CaseField(
      "repro.attested.see", .text, "What a reader can open: a URL, a file here, a ticket or a commit."),
    CaseField(
      "cause.mechanism", .text,
      "The mechanism from end to end: which function does what under which condition, with the names of the code."
    ),
    CaseField(
      "cause.chain", .text, "How that leads to the symptom, for a reader who knows only the symptom."),
    CaseField("cause.introduced_by", .text, "The commit whose lines are at fault."),
    CaseField(
      "cause.exposed_by", .text,
      "The commit that made it show, where those lines were right until then (latent code)."),
    CaseField("fix.commits", .texts, "The commits of the fix, the oldest first."),
    CaseField("fix.pull_request", .text, "Its pull request: a number or a link."),
    CaseField("fix.branch", .text, "The branch it was made on."),
    CaseField("fix.summary", .text, "What it does, in one sentence."),
    CaseField("fix.reason", .text, "Why that removes the cause rather than hides the symptom."),
    CaseField(
      "validation.NEW.what", .text, "A run or check elsewhere, and what came out: the workload, its numbers."),
    CaseField("validation.NEW.passes", .flag, "Whether it passed."),
    CaseField("validation.NEW.by", .text, "Who says so."),
    CaseField("validation.NEW.on", .text, "When: a day that has come, 2026-07-10, or with a time."),
    CaseField(
      "validation.NEW.see", .text, "What a reader can open: a URL, a file here, a ticket or a commit."),
    CaseField("not_covered", .texts, "What was not tested: configurations, platforms, workloads."),
    CaseField("attempts.NEW.commit", .text, "The commit of an earlier fix that did not hold."),
    CaseField("attempts.NEW.flaw", .text, "What was wrong with it."),
    CaseField("tools", .texts, "The tools that showed the cause: a debugger, a tracer, a bisection."),
    CaseField(
      "slipped.category", .word(Case.Slipped.Category.allCases.map(\.rawValue)),
      "The kind of gap that let the bug through."),
    CaseField("slipped.text", .text, "The gap itself, never a person."),
    CaseField("actions.NEW.what", .text, "What is to be done."),
    CaseField("actions.NEW.owner", .text, "Who does it."),
    CaseField("actions.NEW.tracked", .text, "The ticket, pull request or test that tracks it."),
    CaseField("no_actions", .text, "Why nothing is to be done, where nothing is."),
    CaseField("outage.customer_visible", .flag, "Whether customers saw an outage."),
    CaseField("outage.confirmed_by", .text, "Who wants this record beside the incident report."),
    CaseField("not_trivial", .text, "Why the fix is worth a record, where it looks trivial."),
  ]

  /// How much a good answer holds.
  public enum Length: Sendable {
    /// One line.
    case line

    /// Several lines, or one.
    case lines

    /// Lines as they were printed: empty ones among them mean something.
    case verbatim
  }

  /// How much a good answer holds.
  public var length: Length {
    switch path {
    case "symptom.text": .verbatim
    case "cause.mechanism", "cause.chain", "fix.reason", "slipped.text", "attempts.NEW.flaw", "no_actions",
      "not_trivial":
      .lines
    default: .line
    }
  }

  /// The field that a path names, in which "new" or a number stands for an element: "actions.0.owner".
  public static func named(_ name: String) -> CaseField? {
    let path = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !path.contains("NEW") else { return nil }
    let general = path.map { $0 == "new" || Int($0).map { $0 >= 0 } == true ? "NEW" : $0 }.joined(
      separator: ".")
    // A list of texts takes a whole list, or one more text at its end.
    let list = path.last == "new" ? path.dropLast().joined(separator: ".") : general
    return all.first { $0.path == general || ($0.path == list && $0.kind == .texts) }
  }

  /// The path to a value, as fields are named: "actions.0.owner".
  public static func path(of steps: [YAMLPath.Step]) -> String {
    steps.map { step in
      switch step {
      case .key(let name): name
      case .index(let number): "\(number)"
      }
    }.joined(separator: ".")
  }

  /// The elements of a list of texts that is given as one text: parted by commas, without blanks around them.
  public static func texts(in text: String) -> [String] {
    text.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  private init(_ path: String, _ kind: Kind, _ help: String) {
    self.path = path
    self.kind = kind
    self.help = help
  }
}

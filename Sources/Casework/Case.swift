/// All that is known of one fixed bug: facts only.
///
/// Where a fact is from stands in the case's evidence, or, for an attestation, beside it.
public struct Case: Sendable, Equatable {
  /// The ticket's key, or a slug where there is no tracker.
  public var key: String

  /// What broke, in the words of a user, on one line.
  public var title = ""

  /// Where the bug is tracked.
  public var ticket = ""

  /// Who answers for the record, by name.
  public var owner = ""

  /// Whether customers saw an outage, and whether somebody has confirmed that a record is wanted all the same.
  public var outage = Outage()

  /// Why the fix is no trivial one, where it looks so.
  public var notTrivial = ""

  /// What was seen.
  public var symptom = Symptom()

  /// How somebody else sees it.
  public var repro = Repro()

  /// Why it happened.
  public var cause = Cause()

  /// What mended it.
  public var fix = Fix()

  /// Runs and checks by people and machines elsewhere.
  public var validation: [Validation] = []

  /// What was not tested.
  public var notCovered: [String] = []

  /// Earlier fixes that did not hold.
  public var attempts: [Attempt] = []

  /// The tools that showed the cause: a debugger, a tracer, a bisection.
  public var tools: [String] = []

  /// Why it was not caught earlier.
  public var slipped = Slipped()

  /// What is to be done.
  public var actions: [Action] = []

  /// Why nothing is to be done.
  public var noActions = ""

  /// A case of which only the key is known.
  public init(key: String) {
    self.key = key
  }

  /// A customer-visible outage.
  public struct Outage: Sendable, Equatable {
    /// Whether there was one.
    public var isCustomerVisible = false

    /// Who has confirmed that this record is wanted beside the incident report.
    public var confirmedBy = ""
  }

  /// What was seen, verbatim.
  public struct Symptom: Sendable, Equatable {
    /// Test output, an error, a log line, a number, a report.
    public var text = ""

    /// Where it was seen.
    public var source = ""
  }

  /// How somebody else can see the bug.
  public struct Repro: Sendable, Equatable {
    /// The command.
    public var command = ""

    /// The command that builds a tree first.
    public var setup = ""

    /// What a failure prints, as a pattern, or "hang".
    public var symptom = ""

    /// What makes it fail reliably: a seed, a size, a load, a change of the code.
    public var reliableBy = ""

    /// Who has seen it fail where it cannot be run here.
    public var attested = Attestation()
  }

  /// The mechanism.
  public struct Cause: Sendable, Equatable {
    /// Which code does what under which condition.
    public var mechanism = ""

    /// How that leads to the symptom.
    public var chain = ""

    /// The commit whose lines are at fault.
    public var introducedBy = ""

    /// The commit that made it show, where those lines were right until then.
    public var exposedBy = ""
  }

  /// The change that mended it.
  public struct Fix: Sendable, Equatable {
    /// Its commits, the oldest first.
    public var commits: [String] = []

    /// Its pull request: a number or a URL.
    public var pullRequest = ""

    /// The branch it was made on.
    public var branch = ""

    /// What it does, in one sentence.
    public var summary = ""

    /// Why that removes the cause rather than hides the symptom.
    public var reason = ""
  }

  /// A run or a check that somebody vouches for.
  public struct Validation: Sendable, Equatable {
    /// What was run, and what came out.
    public var what = ""

    /// Whether it passed.
    public var passes = true

    /// Who says so.
    public var attested = Attestation()
  }

  /// A fix that did not hold.
  public struct Attempt: Sendable, Equatable {
    /// Its commit.
    public var commit = ""

    /// What was wrong with it.
    public var flaw = ""
  }

  /// How the bug got past everybody: the gap, never a person.
  public struct Slipped: Sendable, Equatable {
    /// The kinds of gap.
    public enum Category: String, Sendable, Codable, CaseIterable {
      case ciGap = "ci-gap"
      case latentCode = "latent-code"
      case workloadGap = "workload-gap"
      case incompleteFix = "incomplete-fix"
      case reviewMiss = "review-miss"
      case noGoodReason = "no-good-reason"
    }

    /// The kind.
    public var category: Category?

    /// What the gap was.
    public var text = ""
  }

  /// Something to do.
  public struct Action: Sendable, Equatable {
    /// What.
    public var what = ""

    /// Who does it.
    public var owner = ""

    /// The ticket, pull request or test that tracks it.
    public var tracked = ""
  }
}

/// A person's word for something that cannot be measured here.
public struct Attestation: Sendable, Equatable {
  /// Who.
  public var by = ""

  /// When: a date, as `AttestedMoment` reads it.
  public var on = ""

  /// Something that a reader can open: a URL, a file of the repository, a ticket or a commit.
  public var see = ""

  /// Nobody's word.
  public init() {}

  /// Whether it names who, when and something to open.
  public var isComplete: Bool { !by.isEmpty && !on.isEmpty && !see.isEmpty }

  /// Whether nothing of it is given.
  public var isEmpty: Bool { by.isEmpty && on.isEmpty && see.isEmpty }
}

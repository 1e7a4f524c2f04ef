/// The words by which a message says that something went wrong, or that it did not.
enum HarmWords {
  /// What went wrong, as a thing.
  static let things: Set<String> = [
    "bug", "bugs", "regression", "regressions", "crash", "crashes", "leak", "leaks", "deadlock", "deadlocks",
    "livelock", "race", "races", "hang", "hangs", "failure", "failures", "error", "errors", "breakage",
    "fault",
    "defect", "mistake", "oversight", "overflow", "underflow", "corruption", "typo", "issue", "issues",
    "problem",
    "problems", "segfault", "segfaults", "flaw", "vulnerability", "dereference", "use-after-free",
    "off-by-one",
    "double-free", "misbehavior", "misbehaviour", "warning", "warnings", "slowdown", "flake",
  ]

  /// That something goes wrong, said of it.
  static let predicates: Set<String> = [
    "broke", "broken", "breaks", "crashes", "crashed", "crashing", "fails", "failed", "failing", "leaks",
    "leaked",
    "leaking", "hangs", "hung", "hanging", "deadlocks", "regressed", "regresses", "corrupts", "corrupted",
    "segfaults", "misbehaves", "wrong", "incorrect", "incorrectly", "wrongly", "buggy", "unusable",
    "overflows",
  ]

  /// Those of them that are no words for a thing or a quality of one.
  static let finitePredicates: Set<String> = [
    "broke", "broken", "breaks", "crashes", "fails", "hangs", "leaks", "deadlocks", "regressed", "regresses",
    "segfaults", "misbehaves",
  ]

  /// Said between a thing and a commit, these alone blame the commit.
  static let blames: Set<String> = [
    "broke", "broken", "caused", "regression", "regressions", "regressed", "regresses", "oversight",
    "fallout",
    "breakage", "bisected",
  ]

  /// These blame it where what was introduced is harm.
  static let introductions: Set<String> = ["introduced", "introduces"]

  /// What a commit does that is to blame.
  static let misdeeds: Set<String> = [
    "broke", "breaks", "regressed", "regresses", "caused", "causes", "corrupted", "forgot", "missed",
    "neglected",
    "overlooked", "failed",
  ]

  /// How it was done that is to blame.
  static let unwillingly: Set<String> = [
    "accidentally", "mistakenly", "inadvertently", "erroneously", "wrongly", "incorrectly", "unintentionally",
  ]

  /// What a commit can be that is to blame.
  static let faulty: Set<String> = ["broken", "wrong", "buggy", "incorrect", "incomplete", "faulty", "bogus"]

  /// What does not go on where something is harmed: "has not worked since".
  static let works: Set<String> = [
    "work", "works", "worked", "working", "compile", "compiles", "build", "builds", "start", "starts", "boot",
    "boots", "run", "runs", "pass", "passes", "passed",
  ]

  /// Behind a word for harm: it is a word for something else, as in "regression test".
  static let compounds: Set<String> = [
    "test", "tests", "testing", "suite", "check", "checks", "checker", "checking", "handler", "handlers",
    "handling", "message", "messages", "code", "codes", "report", "reports", "reporter", "reporting",
    "detection", "detector", "log", "logs", "path", "paths", "tracker", "template", "type", "types",
    "class", "number", "fix", "fixes", "option", "options", "flag", "flags",
  ]

  /// Before a word for harm: harm is what the work is with, not what happened.
  static let handlings: Set<String> = [
    "log", "logs", "report", "reports", "detect", "detects", "check", "checks", "handle", "handles", "catch",
    "catches", "avoid", "avoids", "prevent", "prevents", "ignore", "ignores", "reported", "detected",
    "handled",
    "caught", "avoided", "prevented", "ignored", "treat", "treats",
  ]

  /// Between a word for harm and a commit: the commit did something about it.
  static let mendings: Set<String> = [
    "fix", "fixes", "fixed", "mended", "resolved", "repaired", "addressed", "corrected", "solved", "reverted",
    "removed", "described", "mentioned", "documented", "tested", "handled", "found", "seen", "reported",
    "avoided",
    "similar", "like", "until", "before", "worked",
  ]

  /// Words that turn what follows into its contrary.
  static func negates(_ word: String) -> Bool { negations.contains(word) || word.hasSuffix("n't") }

  private static let negations: Set<String> = [
    "not", "never", "no", "nor", "neither", "without", "nothing", "none", "than", "cannot", "unlikely",
    "hardly",
  ]

  /// Words that may stand between such a word and what it turns.
  static let fillers: Set<String> = [
    "been", "be", "being", "a", "an", "the", "any", "really", "directly", "actually", "itself", "to", "have",
    "has",
    "had", "is", "was", "were", "are", "of", "these", "those", "this", "such", "new", "other", "introduced",
    "caused", "known", "longer", "either", "or", "even", "by",
  ]
}

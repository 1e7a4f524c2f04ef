public import Repository

/// What is going to be run where, and how often: shown before anything runs.
public struct ProofPlan: Sendable {
  /// The two ends of the fix.
  public var span: FixSpan

  /// How the user named the fix.
  public var fixName: String

  /// What the fix changes.
  public var changes: [Change]

  /// What is carried onto the tree before.
  public var carriage: Carriage

  /// The commit that the tree before is checked out from.
  public var beforeCommit: ObjectID

  /// The commit that the tree after is checked out from.
  public var afterCommit: ObjectID

  /// The command.
  public var repro: Repro

  /// The command that runs the fix's test alone, where there is one.
  public var fixTest: Repro?

  /// Where in the trees it runs, relative to their roots; empty for the roots themselves.
  public var directory: String

  /// The shell.
  public var shell: String

  /// The request.
  public var request: ProofRequest

  /// Runs that are kept from an earlier call.
  public var keptRuns: Int

  /// Failures before the fix that would do if every run there fails.
  public var pairsIfSteady: Int

  /// Failures before the fix that would do if only some runs there fail.
  public var pairsIfFlaky: Int
}

extension ProofPlan {
  /// Whether the command of the repro names a file that is carried: then it runs a test of the fix.
  package var reproNamesCarried: Bool {
    let carried = Set(carriage.items.filter { $0.change.kind != .deleted }.map(\.change.path.description))
    let plain = Set("/._-+@".utf8)
    let words = repro.written.utf8.split { byte in
      !(plain.contains(byte) || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20))
    }
    return words.contains { word in
      var path = String(decoding: Array(word), as: UTF8.self)
      while path.hasPrefix("./") { path.removeFirst(2) }
      return carried.contains(directory.isEmpty ? path : "\(directory)/\(path)")
    }
  }
}

/// What happens while a proof is made.
public enum ProofEvent: Sendable {
  /// All is resolved; nothing has run yet.
  case planned(ProofPlan)

  /// A tree is being checked out.
  case checkingOut(Side)

  /// A tree is being set up.
  case settingUp(Side)

  /// A run begins: the number of its pair, and what is known so far.
  case running(Side, pair: Int, ProofProgress)

  /// Trees and processes are being removed.
  case cleaningUp
}

/// The counts so far, for a line of progress.
public struct ProofProgress: Sendable, Equatable {
  /// Runs before the fix that showed the symptom.
  public var failuresBefore: Int

  /// All runs before the fix.
  public var runsBefore: Int

  /// Runs after the fix that showed the symptom.
  public var failuresAfter: Int

  /// All runs after the fix.
  public var runsAfter: Int

  /// How many failures before, with none after, would prove the fix.
  public var failuresNeeded: Int
}

/// What is asked of the search for an origin.
public struct OriginRequest: Sendable, Equatable {
  /// The fix: a commit, branch, tag or range, or several.
  public var fix: [String]

  /// What is taken as before the fix, not its first parent.
  public var before: String?

  /// The key of the ticket that the fix is for, where it is known.
  public var ticket: String?

  /// Whether what the fix's message says is left aside.
  public var isBlind = false

  /// How long it may take.
  public var timeLimit: Duration = .seconds(5)

  /// A request for a fix.
  public init(fix: [String]) {
    self.fix = fix
  }
}

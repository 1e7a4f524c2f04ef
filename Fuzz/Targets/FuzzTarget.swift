/// A reader of text that comes from people and programs, with what it promises whatever the text is.
public protocol FuzzTarget: Sendable {
  /// The word that selects it, and the name of its folder of seeds.
  var name: String { get }

  /// Shapes of text that a careless reader takes quadratic time for.
  var shapes: [GrowingShape] { get }

  /// How many times `read` goes through the bytes.
  var readings: Int { get }

  /// Only reads: what is to take time in proportion to the bytes.
  func read(_ bytes: [UInt8])

  /// Reads, changes and reads again.
  ///
  /// - Throws: `BrokenPromise` where something does not hold.
  func check(_ input: FuzzInput) throws
}

extension FuzzTarget {
  /// Most read them once.
  public var readings: Int { 1 }
}

/// All that is fuzzed.
public enum FuzzTargets {
  /// The targets, in the order in which they are run.
  public static let all: [any FuzzTarget] = [
    CaseTarget(), AssignmentTarget(), LedgerTarget(), RecordTarget(), ReviewTarget(), RulesTarget(),
    DraftTarget(),
    MarkdownTarget(),
    RenderingTarget(), ADFTarget(), PatchTarget(), MessageTarget(), RecognitionTarget(),
    AgentTarget(), EditorTarget(), WriterTarget(),
  ]

  /// The target of that name.
  public static func named(_ name: String) -> (any FuzzTarget)? {
    all.first { $0.name == name }
  }
}

/// The way from a document's root to one of its parts: `["fix", "commits", 0]`.
public struct YAMLPath: Sendable, Hashable {
  /// One step down.
  public enum Step: Sendable, Hashable {
    /// Into a mapping.
    case key(String)

    /// Into a list, the first element being 0.
    case index(Int)
  }

  /// The steps, from the root.
  public var steps: [Step]

  /// A path of some steps; of none, it is the root's.
  public init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// The path with one more step.
  public func appending(_ step: Step) -> YAMLPath {
    YAMLPath(steps + [step])
  }
}

extension YAMLPath: ExpressibleByArrayLiteral {
  /// A path of some steps.
  public init(arrayLiteral steps: Step...) {
    self.init(steps)
  }
}

extension YAMLPath.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A key.
  public init(stringLiteral key: String) {
    self = .key(key)
  }

  /// An index.
  public init(integerLiteral index: Int) {
    self = .index(index)
  }
}

extension YAMLPath: CustomStringConvertible {
  /// The path as people write it: `fix.commits[0]`; the root's is a dot.
  public var description: String {
    steps.isEmpty
      ? "."
      : steps.reduce(into: "") { text, step in
        switch step {
        case .key(let key): text += text.isEmpty ? key : ".\(key)"
        case .index(let index): text += "[\(index)]"
        }
      }
  }
}

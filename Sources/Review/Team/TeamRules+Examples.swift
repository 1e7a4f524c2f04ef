import Record
import Tone

extension TeamRules {
  /// An example that its rule does not treat as it should.
  public struct ExampleFailure: Sendable, Equatable, Encodable {
    /// What is wrong.
    public enum Kind: String, Sendable, Encodable {
      /// The rule does not find what it is to find.
      case missed

      /// The rule finds what it is to leave alone.
      case found

      /// There is nothing that it is to find.
      case noBadExample = "no-bad-example"
    }

    /// The rule.
    public var rule: String

    /// The file.
    public var file: String

    /// The line of the rule or, where there is one, the example.
    public var line: Int

    /// What is wrong.
    public var kind: Kind

    /// The example; nil where there is none.
    public var example: String?

    /// What the rule says of it.
    public var messages: [String]
  }

  /// Holds each rule against its own examples.
  ///
  /// - Returns: those that are not as they should be, in the order of the rules.
  public func examineExamples() -> [ExampleFailure] { rules.flatMap(\.exampleFailures) }
}

extension TeamRule {
  fileprivate var exampleFailures: [TeamRules.ExampleFailure] {
    guard !page.bad.isEmpty else { return [failure(.noBadExample, nil, [])] }
    return page.bad.compactMap { example in
      let messages = messages(for: example)
      // A rule that gave up has found nothing.
      return messages.isEmpty || messages.contains { $0.rule != page.id }
        ? failure(.missed, example, messages) : nil
    }
      + page.good.compactMap { example in
        let messages = messages(for: example)
        return messages.isEmpty ? nil : failure(.found, example, messages)
      }
  }

  private func messages(for example: ReviewRule.Example) -> [Finding] {
    let heading = (example.section ?? .rootCause).heading
    let record = RecordDocument(Array("## \(heading)\n\n\(example.text)\n".utf8))
    // The heading itself is no part of the example.
    return TeamReading.findings(in: record, by: [self]).filter {
      $0.range.lowerBound > heading.utf8.count + 2
    }
  }

  private func failure(
    _ kind: TeamRules.ExampleFailure.Kind, _ example: ReviewRule.Example?, _ findings: [Finding]
  ) -> TeamRules.ExampleFailure {
    TeamRules.ExampleFailure(
      rule: page.id, file: page.source?.file ?? "", line: example?.line ?? page.source?.line ?? 1, kind: kind,
      example: example?.text, messages: findings.map(\.message))
  }
}

public import Declaration

/// How sure a statement has to be: a probability between one half and one.
public struct Confidence: Sendable, Equatable {
  /// The probability.
  public let probability: Double

  private let text: String

  /// The bound on the error.
  public var errorBound: Double { 1 - probability }

  /// The confidence that the project asks for unless told otherwise: an error of one in a thousand.
  public static let standard = Confidence(probability: 0.999, text: "0.999")

  private init(probability: Double, text: String) {
    self.probability = probability
    self.text = text
  }
}

extension Confidence: ExpressibleByArgument {
  /// Reads `0.999` or `99.9%`.
  public init?(argument: String) {
    let isPercentage = argument.hasSuffix("%")
    guard let number = Double(isPercentage ? String(argument.dropLast()) : argument) else { return nil }
    let probability = isPercentage ? number / 100 : number
    guard probability > 0.5, probability < 1, 1 - probability >= 1e-12 else { return nil }
    self.init(probability: probability, text: argument)
  }

  /// The text as it was given.
  public var defaultValueDescription: String { text }

  /// A number.
  public static var valueKind: FieldDeclaration.ValueKind { .number }

  /// What is accepted.
  public static var expectation: String { "a probability between 0.5 and 1, such as 0.999 or 99.9%" }
}

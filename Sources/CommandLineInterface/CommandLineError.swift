public import Declaration

/// Why a command line was not understood: the facts, without words.
public struct CommandLineError: Error, Equatable, Sendable {
  /// What is wrong; texts are as typed, and `near` is what was perhaps meant.
  public enum Fact: Equatable, Sendable {
    /// Nothing was asked for.
    case missingOperation
    /// No operation has this name.
    case unknownOperation(String, near: String?)
    /// Nothing takes an option of this name.
    case unknownOption(String, near: String?)
    /// An option of this operation stands before the operation's name.
    case misplacedOption(String, operation: String)
    /// An option ends the line, or stands before a word that cannot be its value.
    case missingValue(FieldDeclaration, before: String?)
    /// A flag was given a value.
    case unexpectedValue(FieldDeclaration, value: String)
    /// One word too many.
    case unexpectedArgument(String)
    /// A word that belongs behind `--`, where this field takes it.
    case beforeTerminator(String, FieldDeclaration)
    /// A required argument was not given.
    case missingArgument(FieldDeclaration)
    /// A required option was not given.
    case missingOption(FieldDeclaration)
    /// The value is not what the field takes.
    case invalidValue(FieldDeclaration, value: String, near: String?)
    /// An option that holds one value was given twice.
    case repeatedOption(FieldDeclaration, first: String, second: String)
  }

  /// The operation whose command line it is, or the group whose operation was not named; nil before either was.
  public let operation: String?
  /// What is wrong.
  public let fact: Fact

  /// Makes an error of its facts.
  public init(operation: String?, fact: Fact) {
    self.operation = operation
    self.fact = fact
  }
}

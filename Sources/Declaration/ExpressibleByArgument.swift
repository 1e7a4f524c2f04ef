/// A value that one text on a command line, or in a tool call, can give.
public protocol ExpressibleByArgument: Sendable {
  /// Reads the value; nil where the text is none.
  init?(argument: String)
  /// The text that reads back as this value.
  var defaultValueDescription: String { get }
  /// What texts are accepted, for help, schema and completions.
  static var valueKind: FieldDeclaration.ValueKind { get }
  /// What is accepted, in words that follow "takes".
  static var expectation: String { get }
}

extension ExpressibleByArgument {
  /// The value's plain description.
  public var defaultValueDescription: String { "\(self)" }

  /// Any text, until a type says otherwise.
  public static var valueKind: FieldDeclaration.ValueKind { .string }

  /// What the kind of value asks for.
  public static var expectation: String { valueKind.expectation }
}

extension FieldDeclaration.ValueKind {
  var expectation: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .duration: "a duration such as 500ms, 90s, 5m or 2h"
    case .path: "a path"
    case .directory: "a directory"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    }
  }
}

extension String: ExpressibleByArgument {
  /// Takes the text as it is.
  public init?(argument: String) { self = argument }
}

extension Int: ExpressibleByArgument {
  /// Reads a whole number in decimal digits.
  public init?(argument: String) { self.init(argument) }
  /// A whole number.
  public static var valueKind: FieldDeclaration.ValueKind { .integer }
}

extension Double: ExpressibleByArgument {
  /// Reads a finite number in decimal notation.
  public init?(argument: String) {
    let isDecimal = argument.utf8.allSatisfy { !UInt8.hexadecimalMarks.contains($0) }
    guard isDecimal, let number = Double(argument), number.isFinite else { return nil }
    self = number
  }
  /// A number.
  public static var valueKind: FieldDeclaration.ValueKind { .number }
}

extension UInt8 {
  fileprivate static let hexadecimalMarks = [UInt8(ascii: "x"), UInt8(ascii: "X")]
}

extension Bool: ExpressibleByArgument {
  /// Reads `true` or `false`.
  public init?(argument: String) { self.init(argument) }
  /// True or false.
  public static var valueKind: FieldDeclaration.ValueKind { .boolean }
}

extension ExpressibleByArgument where Self: CaseIterable & RawRepresentable, RawValue == String {
  /// Reads one of the raw values, letter by letter.
  public init?(argument: String) { self.init(rawValue: argument) }
  /// The raw value.
  public var defaultValueDescription: String { rawValue }
  /// The raw values in the order of the cases.
  public static var valueKind: FieldDeclaration.ValueKind { .choice(allCases.map(\.rawValue)) }
}

/// What stands in a column of a row.
public enum DatabaseValue: Sendable, Equatable {
  /// Nothing.
  case nothing

  /// A whole number.
  case integer(Int64)

  /// A number.
  case real(Double)

  /// A text.
  case text(String)
}

extension DatabaseValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral text: String) { self = .text(text) }

  /// A whole number.
  public init(integerLiteral number: Int64) { self = .integer(number) }

  /// A whole number.
  public static func integer(_ number: Int) -> DatabaseValue { .integer(Int64(number)) }
}

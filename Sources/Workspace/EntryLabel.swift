import Casework
public import Declaration

/// An entry of the ledger, as people name it: `L3`.
public struct EntryLabel: Sendable, Equatable {
  /// Its number.
  public let number: Int
}

extension EntryLabel: ExpressibleByArgument {
  /// Reads `L3`, `l3` or `3`.
  public init?(argument: String) {
    let digits = argument.hasPrefix("L") || argument.hasPrefix("l") ? argument.dropFirst() : argument[...]
    guard let first = digits.utf8.first, UInt8(ascii: "1")...UInt8(ascii: "9") ~= first,
      let number = Int(digits)
    else { return nil }
    self.number = number
  }

  /// The label as records cite it.
  public var defaultValueDescription: String { LedgerEntry.label(number) }

  /// A text.
  public static var valueKind: FieldDeclaration.ValueKind { .string }

  /// What is accepted.
  public static var expectation: String { "an entry of the ledger, such as L3" }
}

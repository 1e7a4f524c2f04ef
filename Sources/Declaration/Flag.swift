/// A field given by its name alone: `--offline`.
///
///     @Flag(help: "Run each side in a fresh tree.") var fresh = false
@propertyWrapper
public struct Flag: Decodable, Sendable, FieldWrapper {
  let specification: FieldSpecification<Bool>
  var value: Bool?

  /// Whether the flag was given, or its default.
  public var wrappedValue: Bool {
    get { current }
    set { value = newValue }
  }

  /// Declares a flag; with an inversion it may also be denied.
  public init(
    wrappedValue: Bool, name: NameSpecification = .long, inversion: FlagInversion? = nil,
    help: ArgumentHelp? = nil
  ) {
    specification = FieldSpecification(
      kind: .flag, names: name, help: help, valueKind: .boolean, expectation: Bool.expectation,
      isRequired: false, isRepeated: false, isInvertible: inversion == .prefixedNo,
      defaultValue: wrappedValue,
      read: { (strings) throws(UnreadableText) in
        guard let text = strings.first else { return true }
        guard let value = Bool(argument: text) else { throw UnreadableText(text: text) }
        return value
      },
      write: { [$0.defaultValueDescription] })
  }

  /// Takes the value from an operation's `make(from:)`; other decoders have none to give.
  public init(from decoder: any Decoder) throws {
    self = try FieldDecoder.wrapper(from: decoder)
  }
}

/// How a flag may be denied.
public enum FlagInversion: Sendable, Equatable {
  /// By its name behind `no-`: `--cache`, `--no-cache`.
  case prefixedNo
}

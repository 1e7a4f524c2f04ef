/// A field given by name with a value: `--max-runs 40`.
///
///     @Option(name: .shortAndLong, help: "Stop after this many runs.") var maxRuns = 40
@propertyWrapper
public struct Option<Value: Sendable>: Decodable, Sendable, FieldWrapper {
  let specification: FieldSpecification<Value>
  var value: Value?

  /// The value given, or the default.
  public var wrappedValue: Value {
    get { current }
    set { value = newValue }
  }

  /// Takes the value from an operation's `make(from:)`; other decoders have none to give.
  public init(from decoder: any Decoder) throws {
    self = try FieldDecoder.wrapper(from: decoder)
  }

  private init(_ specification: FieldSpecification<Value>) {
    self.specification = specification
  }
}

extension Option where Value: ExpressibleByArgument {
  /// Declares an option with a default.
  public init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) {
    self.init(.one(.option, name, help, completion, default: wrappedValue))
  }

  /// Declares an option that must be given.
  public init(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) {
    self.init(.one(.option, name, help, completion, default: nil))
  }
}

extension Option {
  /// Declares an option that may be left out, with a default.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: Wrapped?, name: NameSpecification = .long, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(.option, name, help, completion, default: wrappedValue))
  }

  /// Declares an option that may be left out.
  public init<Wrapped: ExpressibleByArgument>(
    name: NameSpecification = .long, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(.option, name, help, completion, default: nil))
  }

  /// Declares an option that holds a list, with a default.
  public init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], name: NameSpecification = .long, parsing: ArrayParsing = .singleValue,
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.list(.option, name, help, completion, parsing, default: wrappedValue))
  }

  /// Declares an option that holds a list of at least one.
  public init<Element: ExpressibleByArgument>(
    name: NameSpecification = .long, parsing: ArrayParsing = .singleValue, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.list(.option, name, help, completion, parsing, default: nil))
  }
}

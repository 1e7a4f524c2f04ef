/// A field given by its position: `postmortem prove HEAD`.
///
///     @Argument(help: "The commit that mends the bug.") var fix: String?
@propertyWrapper
public struct Argument<Value: Sendable>: Decodable, Sendable, FieldWrapper {
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

extension Argument where Value: ExpressibleByArgument {
  /// Declares an argument with a default.
  public init(wrappedValue: Value, help: ArgumentHelp? = nil, completion: CompletionKind? = nil) {
    self.init(.one(.argument, .long, help, completion, default: wrappedValue))
  }

  /// Declares an argument that must be given.
  public init(help: ArgumentHelp? = nil, completion: CompletionKind? = nil) {
    self.init(.one(.argument, .long, help, completion, default: nil))
  }
}

extension Argument {
  /// Declares an argument that may be left out, with a default.
  public init<Wrapped: ExpressibleByArgument>(
    wrappedValue: Wrapped?, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(.argument, .long, help, completion, default: wrappedValue))
  }

  /// Declares an argument that may be left out.
  public init<Wrapped: ExpressibleByArgument>(
    help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == Wrapped? {
    self.init(.optional(.argument, .long, help, completion, default: nil))
  }

  /// Declares an argument that takes all words that remain, or those behind `--`, with a default.
  public init<Element: ExpressibleByArgument>(
    wrappedValue: [Element], parsing: ArgumentArrayParsing = .remaining, help: ArgumentHelp? = nil,
    completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(
      .list(.argument, .long, help, completion, .singleValue, default: wrappedValue).parsed(parsing))
  }

  /// Declares an argument that takes all words that remain, or those behind `--`, at least one.
  public init<Element: ExpressibleByArgument>(
    parsing: ArgumentArrayParsing = .remaining, help: ArgumentHelp? = nil, completion: CompletionKind? = nil
  ) where Value == [Element] {
    self.init(.list(.argument, .long, help, completion, .singleValue, default: nil).parsed(parsing))
  }
}

/// What a property wrapper knows of its field before it learns the property's name.
struct FieldSpecification<Value: Sendable>: Sendable {
  let kind: FieldDeclaration.Kind
  let names: NameSpecification
  let help: ArgumentHelp?
  let valueKind: FieldDeclaration.ValueKind
  let expectation: String
  let isRequired: Bool
  let isRepeated: Bool
  var arrayParsing = ArrayParsing.singleValue
  var argumentParsing = ArgumentArrayParsing.remaining
  var isInvertible = false
  let defaultValue: Value?
  let read: @Sendable (_ strings: [String]) throws(UnreadableText) -> Value
  let write: @Sendable (Value) -> [String]?

  func declaration(key: String, section: String?) -> FieldDeclaration {
    let flagName = names.longName(for: key)
    let defaults = defaultValue.flatMap(write)
    let isOff = kind == .flag && defaults == ["false"]
    return FieldDeclaration(
      key: key, flagName: flagName, shortName: names.shortName(for: key), kind: kind,
      help: help?.abstract ?? "", discussion: help?.discussion ?? "",
      valueName: help?.valueName ?? flagName, valueKind: valueKind, expectation: expectation,
      isRequired: isRequired, isRepeated: isRepeated, arrayParsing: arrayParsing,
      argumentParsing: argumentParsing, isInvertible: isInvertible, defaultStrings: isOff ? nil : defaults,
      section: section,
      isHidden: help?.visibility == .hidden)
  }
}

extension FieldSpecification {
  /// The same field, taking other words.
  func parsed(_ parsing: ArgumentArrayParsing) -> Self {
    var copy = self
    copy.argumentParsing = parsing
    return copy
  }
}

/// The text that a field could not read.
struct UnreadableText: Error {
  let text: String
}

extension FieldSpecification {
  /// A field that holds one value.
  static func one(
    _ kind: FieldDeclaration.Kind, _ names: NameSpecification, _ help: ArgumentHelp?,
    _ completion: CompletionKind?, default defaultValue: Value?
  ) -> Self where Value: ExpressibleByArgument {
    Self(
      kind: kind, names: names, help: help,
      valueKind: completion?.valueKind ?? Value.valueKind, expectation: Value.expectation,
      isRequired: defaultValue == nil, isRepeated: false, defaultValue: defaultValue,
      read: { (strings) throws(UnreadableText) in try Value.read(strings.first ?? "") },
      write: { [$0.defaultValueDescription] })
  }

  /// A field that holds one value or none.
  static func optional<Wrapped: ExpressibleByArgument>(
    _ kind: FieldDeclaration.Kind, _ names: NameSpecification, _ help: ArgumentHelp?,
    _ completion: CompletionKind?, default defaultValue: Wrapped?
  ) -> Self where Value == Wrapped? {
    Self(
      kind: kind, names: names, help: help,
      valueKind: completion?.valueKind ?? Wrapped.valueKind, expectation: Wrapped.expectation,
      isRequired: false, isRepeated: false, defaultValue: .some(defaultValue),
      read: { (strings) throws(UnreadableText) in try Wrapped.read(strings.first ?? "") },
      write: { value in value.map { [$0.defaultValueDescription] } })
  }

  /// A field that holds a list; without a default it needs at least one value.
  static func list<Element: ExpressibleByArgument>(
    _ kind: FieldDeclaration.Kind, _ names: NameSpecification, _ help: ArgumentHelp?,
    _ completion: CompletionKind?, _ arrayParsing: ArrayParsing, default defaultValue: [Element]?
  ) -> Self where Value == [Element] {
    Self(
      kind: kind, names: names, help: help,
      valueKind: completion?.valueKind ?? Element.valueKind, expectation: Element.expectation,
      isRequired: defaultValue == nil, isRepeated: true, arrayParsing: arrayParsing,
      defaultValue: defaultValue,
      read: { (strings) throws(UnreadableText) in
        var elements: [Element] = []
        for string in strings { elements.append(try Element.read(string)) }
        return elements
      },
      write: { $0.map(\.defaultValueDescription) })
  }
}

extension ExpressibleByArgument {
  fileprivate static func read(_ text: String) throws(UnreadableText) -> Self {
    guard let value = Self(argument: text) else { throw UnreadableText(text: text) }
    return value
  }
}

extension CompletionKind {
  fileprivate var valueKind: FieldDeclaration.ValueKind {
    switch self {
    case .file: .path
    case .directory: .directory
    }
  }
}

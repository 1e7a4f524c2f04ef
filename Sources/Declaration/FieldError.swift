/// Why an operation cannot be made from the given texts.
public enum FieldError: Error, Equatable, Sendable {
  /// A required field was not given.
  case missing(FieldDeclaration)
  /// A text is not what the field takes; `near` is the choice that was perhaps meant.
  case invalid(FieldDeclaration, value: String, near: String?)
  /// Several texts were given for a field that holds one.
  case repeated(FieldDeclaration, values: [String])
  /// No field has this key; `near` is the one that was perhaps meant.
  case unexpected(key: String, near: String?)
}

import Spelling

/// A property wrapper of one field: it holds the declaration, and after parsing the value too.
protocol FieldWrapper: Sendable {
  associatedtype Value: Sendable
  var specification: FieldSpecification<Value> { get }
  var value: Value? { get set }
}

extension FieldWrapper {
  /// The texts of the value, where one was set.
  var strings: [String]? { value.flatMap(specification.write) }

  /// A copy that holds the value the texts give; without texts it stays at the default.
  func filled(with strings: [String]?, as declaration: FieldDeclaration) throws(FieldError) -> Self {
    guard let strings else {
      guard !declaration.isRequired else { throw .missing(declaration) }
      return self
    }
    if !declaration.isRepeated && strings.count > 1 {
      throw .repeated(declaration, values: strings)
    }
    if strings.isEmpty && declaration.kind != .flag && (!declaration.isRepeated || declaration.isRequired) {
      throw .missing(declaration)
    }
    var copy = self
    do {
      copy.value = try specification.read(strings)
    } catch {
      let near = Spelling.nearest(to: error.text, among: declaration.choices)
      throw .invalid(declaration, value: error.text, near: near)
    }
    return copy
  }

  /// The value set, or the default.
  var current: Value {
    guard let current = value ?? specification.defaultValue else {
      preconditionFailure("A required field was read before it was given a value.")
    }
    return current
  }
}

/// A property wrapper of a whole group of fields.
protocol FieldGroupWrapper: Sendable {
  associatedtype Group: ParsableArguments
  var title: String? { get }
  var wrappedValue: Group { get }
}

/// One field of a value: what is declared, and the wrapper that declares it.
struct DeclaredField {
  let declaration: FieldDeclaration
  let wrapper: any FieldWrapper

  /// All fields of a value in the order of declaration; `section` is the title of the group they are in.
  static func all(of arguments: any ParsableArguments, section: String?) -> [DeclaredField] {
    Mirror(reflecting: arguments).children.flatMap { child -> [DeclaredField] in
      // The storage of a wrapped property is called `_name`.
      let key = String((child.label ?? "").drop { $0 == "_" })
      if let wrapper = child.value as? any FieldWrapper {
        return [declared(by: wrapper, key: key, section: section)]
      }
      if let group = child.value as? any FieldGroupWrapper {
        return all(of: group.wrappedValue, section: group.title ?? section)
      }
      return []
    }
  }

  private static func declared(
    by wrapper: some FieldWrapper, key: String, section: String?
  ) -> DeclaredField {
    DeclaredField(
      declaration: wrapper.specification.declaration(key: key, section: section), wrapper: wrapper)
  }
}

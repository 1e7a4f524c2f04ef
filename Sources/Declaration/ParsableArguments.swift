import Spelling

/// A set of declared fields: an operation, or a group of fields that several operations share.
///
/// A conforming type is a struct whose stored properties all carry `@Argument`, `@Option`, `@Flag` or
/// `@OptionGroup`; `Decodable` and `init()` are left to the compiler.
public protocol ParsableArguments: Decodable, Sendable {
  /// Makes a value in which every field still stands at its declaration.
  init()
}

extension ParsableArguments {
  /// All fields in the order of declaration, those of groups in the place of the group.
  public static var fields: [FieldDeclaration] {
    DeclaredField.all(of: Self(), section: nil).map(\.declaration)
  }

  /// Makes a value from the given texts; a field without text takes its default.
  public static func make(from values: FieldValues) throws(FieldError) -> Self {
    let declared = DeclaredField.all(of: Self(), section: nil)
    for key in values.keys where !declared.contains(where: { $0.declaration.key == key }) {
      let known = declared.map(\.declaration.key)
      throw .unexpected(key: key, near: Spelling.nearest(to: key, among: known))
    }
    var wrappers: [String: any FieldWrapper] = [:]
    for field in declared {
      let declaration = field.declaration
      wrappers[declaration.key] = try field.wrapper.filled(with: values[declaration.key], as: declaration)
    }
    do {
      return try Self(from: FieldDecoder(wrappers: wrappers))
    } catch {
      preconditionFailure("\(Self.self) has a stored property that is no argument, option, flag or group.")
    }
  }

  /// The texts of the fields that were set, by key; those left at their default are absent.
  public var fieldValues: FieldValues {
    var values = FieldValues()
    for field in DeclaredField.all(of: self, section: nil) {
      if let strings = field.wrapper.strings { values[field.declaration.key] = strings }
    }
    return values
  }
}

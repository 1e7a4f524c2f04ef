/// Fields declared elsewhere, listed in help under a title of their own.
///
///     @OptionGroup(title: "Runs") var runs: RunOptions
@propertyWrapper
public struct OptionGroup<Group: ParsableArguments>: Decodable, Sendable, FieldGroupWrapper {
  let title: String?

  /// The fields of the group.
  public var wrappedValue: Group

  /// Includes the fields of a group, under the title if one is given.
  public init(title: String = "") {
    self.title = title.isEmpty ? nil : title
    wrappedValue = Group()
  }

  /// Takes the group's fields from an operation's `make(from:)`.
  public init(from decoder: any Decoder) throws {
    title = nil
    wrappedValue = try Group(from: decoder)
  }
}

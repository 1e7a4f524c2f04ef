/// The part of JSON Schema that describes an operation's input; it prints in the order of declaration.
public struct JSONSchema: Sendable, Equatable {
  /// What kind of JSON value is accepted.
  public indirect enum Shape: Sendable, Equatable {
    /// An object with these properties and no others.
    case object(properties: [Property], required: [String])
    /// A list of such elements; at least one if so said.
    case array(of: JSONSchema, isNonEmpty: Bool)
    /// A text; one of the choices where there are any, or matching the pattern.
    case string(choices: [String], pattern: String?)
    /// A whole number.
    case integer
    /// A number.
    case number
    /// True or false.
    case boolean
  }

  /// A default value.
  public enum Default: Sendable, Equatable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int)
    /// A number.
    case number(Double)
    /// True or false.
    case boolean(Bool)
    /// A list.
    case array([Default])
  }

  /// A named property of an object.
  public struct Property: Sendable, Equatable {
    /// The property's name.
    public let name: String
    /// What it accepts.
    public let schema: JSONSchema
  }

  /// What kind of JSON value is accepted.
  public let shape: Shape
  /// What the value is for.
  public var description: String?
  /// What holds when the value is left out.
  public var defaultValue: Default?
}

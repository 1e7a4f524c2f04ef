/// How an option or a flag is called on the command line: one long name, and perhaps one letter.
public struct NameSpecification: Sendable, ExpressibleByArrayLiteral {
  /// One of the names.
  public enum Element: Sendable, Equatable {
    /// The property's name in kebab case.
    case long
    /// The first letter of the property's name.
    case short
    /// A long name of its own.
    case customLong(String)
    /// A letter of its own.
    case customShort(Character)
  }

  let elements: [Element]

  /// Makes a specification of the listed names.
  public init(arrayLiteral elements: Element...) {
    self.elements = elements
  }

  /// The property's name in kebab case.
  public static var long: Self { [.long] }
  /// The property's name in kebab case, and its first letter.
  public static var shortAndLong: Self { [.long, .short] }
  /// A long name of its own.
  public static func customLong(_ name: String) -> Self { [.customLong(name)] }

  func longName(for key: String) -> String {
    for element in elements {
      if case .customLong(let name) = element { return name }
    }
    return key.inKebabCase
  }

  func shortName(for key: String) -> Character? {
    for element in elements {
      if case .customShort(let letter) = element { return letter }
      if case .short = element { return key.first }
    }
    return nil
  }
}

extension String {
  /// `maxRuns` as `max-runs`, `useHTTPProxy` as `use-http-proxy`.
  var inKebabCase: String {
    let letters = Array(self)
    var result = ""
    for (index, letter) in letters.enumerated() {
      let followsLower = index > 0 && !letters[index - 1].isUppercase
      let endsAcronym = index > 0 && index + 1 < letters.count && letters[index + 1].isLowercase
      if letter.isUppercase, followsLower || endsAcronym { result += "-" }
      result += letter.lowercased()
    }
    return result
  }
}

/// What an exception's line says is missing.
enum Exceptions {
  /// The obstacle that a Python exception is when it was raised before any test ran.
  static func python(_ exception: Line) -> Obstacle? {
    let line = exception.trimmed
    if line.starts(anyOf: ["ModuleNotFoundError: ", "ImportError: No module named "]) {
      let name = line.after("No module named ")
      return .missingModule(name?.firstQuotation ?? name?.taking { !$0.isBlank }.text ?? line.quoted)
    }
    if line.starts("ImportError: cannot import name "), let name = importedName(line) {
      return .missingSymbol(name)
    }
    if line.starts(anyOf: ["SyntaxError: ", "IndentationError: ", "TabError: "]) {
      return .syntaxError(line: line.quoted)
    }
    if line.starts(anyOf: ["AttributeError: ", "NameError: "]), let name = MissingNames.symbol(in: line) {
      return .missingSymbol(name)
    }
    return nil
  }

  private static func importedName(_ line: Line) -> String? {
    let rest = line.after("cannot import name ")
    return rest?.firstQuotation ?? rest?.taking { !$0.isBlank }.text
  }

  /// The module of Node's complaint about an import, where the line is one.
  static func nodeModule(_ line: Line) -> String? {
    let marks = ["Error: Cannot find module ", "Error [ERR_MODULE_NOT_FOUND]: Cannot find "]
    return marks.lazy.compactMap { line.after($0)?.firstQuotation }.first
  }

  /// The library of Ruby's complaint about a `require`, where the line is one.
  static func rubyLibrary(_ line: Line) -> String? {
    guard let rest = line.after("cannot load such file -- ") else { return nil }
    return rest.taking { !$0.isBlank }.text
  }

  /// The package of Perl's complaint about a `use`, where the line is one.
  static func perlPackage(_ line: Line) -> String? {
    guard line.has("in @INC"), let path = line.after("Can't locate ")?.before(".pm") else { return nil }
    return path.split(UInt8(ascii: "/")).map(\.text).joined(separator: "::")
  }
}

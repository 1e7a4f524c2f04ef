import Declaration
import Terminal

extension CommandLineTool {
  /// What is wrong with the declarations themselves, one sentence each: for a test to find none.
  public var declarationFaults: [String] {
    let names = operations.map { $0.configuration.name }
    return (names + groups.map(\.name)).repeated.map { "Two operations are called “\($0)”." }
      + operations.flatMap(faults(of:)) + groups.flatMap(faults(of:))
  }

  private func faults(of group: OperationGroup) -> [String] {
    var faults: [String] = []
    if operations(under: group.name).isEmpty { faults.append("No operation belongs to the group.") }
    if !group.abstract.hasSuffix(".") { faults.append("The abstract is no sentence.") }
    return faults.map { "\(group.name): \($0)" }
  }

  private func faults(of operation: any Operation.Type) -> [String] {
    let fields = operation.fields
    let around = GlobalOptions.fields + ToolFlags.fields
    let names = (fields + around).flatMap(\.typedNames)
    let arguments = fields.filter { $0.kind == .argument }
    var faults =
      fields.map(\.key).repeated.map { "Two fields have the key “\($0)”." }
      + names.repeated.map { "“\($0)” stands for two fields." }
      + arguments.dropLast().filter(\.isRepeated).map { "Nothing can follow the list “\($0.key)”." }
      + zip(arguments, arguments.dropFirst()).filter { !$0.isRequired && $1.isRequired }
      .map { "“\($1.key)” must be given, but stands behind “\($0.key)”, which need not." }
    for field in fields where !field.isHidden {
      if !field.help.hasSuffix(".") { faults.append("The help of “\(field.key)” is no sentence.") }
      if field.help.terminalColumns > Self.longestHelp {
        faults.append("The help of “\(field.key)” is longer than \(Self.longestHelp) columns.")
      }
    }
    let first = operation.configuration.firstWord
    if topic(named: first) == nil { faults.append("“\(first)” is neither an operation nor a group.") }
    if !operation.configuration.abstract.hasSuffix(".") { faults.append("The abstract is no sentence.") }
    return faults.map { "\(operation.configuration.name): \($0)" }
  }

  /// What fits behind the names of the fields on a screen of 100 columns.
  private static let longestHelp = 68
}

extension [String] {
  /// The elements that occur more than once, each told once, in the order of their second occurrence.
  fileprivate var repeated: [String] {
    var seen: Set<String> = []
    var told: Set<String> = []
    return filter { !seen.insert($0).inserted && told.insert($0).inserted }
  }
}

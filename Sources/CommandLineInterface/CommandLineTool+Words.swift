public import Declaration

extension CommandLineTool {
  /// The words that parse back as this operation: the words of its name, then each field that was set.
  public func words(for operation: any Operation) -> [String] {
    let type = Swift.type(of: operation)
    let values = operation.fieldValues
    let fields = type.fields
    let options = fields.filter { $0.kind != .argument }.flatMap { $0.words(for: values[$0.key]) }
    let arguments = fields.filter { $0.kind == .argument }
    let before = arguments.filter { $0.argumentParsing == .remaining }.flatMap { values[$0.key] ?? [] }
    let behind = arguments.filter { $0.argumentParsing == .postTerminator }.flatMap { values[$0.key] ?? [] }
    let name = [type.configuration.firstWord] + (type.configuration.secondWord.map { [$0] } ?? [])
    if !behind.isEmpty { return name + options + before + ["--"] + behind }
    // An argument that would be read as an option, or as the second word of another operation.
    let isCovered =
      before.contains { $0.utf8.first == UInt8(ascii: "-") }
      || before.first.map { topic(named: (name + [$0]).joined(separator: " ")) != nil } == true
    return name + options + (isCovered ? ["--"] : []) + before
  }
}

extension FieldDeclaration {
  /// The option as typed once for each text.
  fileprivate func words(for texts: [String]?) -> [String] {
    guard let texts else { return [] }
    if kind == .option { return texts.map { "\(spelling)=\($0)" } }
    if texts != ["false"] { return [spelling] }
    return denial.map { ["--" + $0] } ?? []
  }
}

import Declaration
import Spelling

extension CommandLineTool {
  /// The operation whose name begins with this word; its second word is read where it has one.
  func operation(
    from word: String, _ scanner: inout WordScanner
  ) throws(CommandLineError) -> any Operation.Type {
    switch try topic(from: word, &scanner) {
    case .operation(let type): return type
    case .group(let group):
      let second: String?
      do { second = try scanner.scanToOperation() } catch {
        throw CommandLineError(operation: group.name, fact: error)
      }
      guard let second else { throw CommandLineError(operation: group.name, fact: .missingOperation) }
      let name = "\(group.name) \(second)"
      guard let type = try topic(name).operation else { throw unknown(name) }
      return type
    }
  }

  /// What the name stands for that begins with this word; a second word that completes one is read.
  func topic(from word: String, _ scanner: inout WordScanner) throws(CommandLineError) -> Topic {
    if let second = scanner.scanSecondWord(among: secondWords(behind: word)) {
      return try topic("\(word) \(second)")
    }
    return try topic(word)
  }

  /// What exactly this name stands for.
  func topic(_ name: String) throws(CommandLineError) -> Topic {
    guard let topic = topic(named: name) else { throw unknown(name) }
    return topic
  }

  /// That a misspelt second word was read as the first argument of the operation of one word; nil where it was not.
  func secondWordMissed(_ type: any Operation.Type, _ scanner: WordScanner) -> CommandLineError? {
    let name = type.configuration.name
    guard let argument = type.fields.first(where: { $0.kind == .argument }),
      let word = scanner.values(of: .operation)[argument.key]?.first,
      Spelling.nearest(to: word, among: secondWords(behind: name)) != nil
    else { return nil }
    return unknown("\(name) \(word)")
  }

  private func secondWords(behind word: String) -> [String] {
    operations.filter { $0.configuration.firstWord == word }.compactMap { $0.configuration.secondWord }
  }

  private func unknown(_ name: String) -> CommandLineError {
    let byItsSecondWord = shownOperations.first { $0.configuration.secondWord == name }?.configuration.name
    let near = byItsSecondWord ?? Spelling.nearest(to: name, among: shownNames)
    return CommandLineError(operation: nil, fact: .unknownOperation(name, near: near))
  }
}

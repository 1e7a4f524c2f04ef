import Declaration
import Spelling
public import Terminal

extension CommandLineTool {
  /// Reads the words behind the program's name; help is laid out for the given terminal.
  public func parse(
    _ words: [String], for terminal: TerminalCapabilities = .plain
  ) throws(CommandLineError) -> Invocation {
    if words.askForHelp { return .help(try help(asIn: words, for: terminal)) }
    var scanner = WordScanner(words)
    let name = try scanToOperation(&scanner)
    if scanner.values(of: .tool)["version"] != nil { return .version("\(self.name) \(version)") }
    if scanner.values(of: .tool)["help"] != nil { return .help(OverviewPage(self).text(for: terminal)) }
    guard let name else { throw CommandLineError(operation: nil, fact: .missingOperation) }
    return try parse(operation(from: name, &scanner), &scanner, for: terminal)
  }

  private func scanToOperation(_ scanner: inout WordScanner) throws(CommandLineError) -> String? {
    do {
      return try scanner.scanToOperation()
    } catch .unknownOption(let option, _) where owner(of: option) != nil {
      let fact = CommandLineError.Fact.misplacedOption(option, operation: owner(of: option) ?? "")
      throw CommandLineError(operation: nil, fact: fact)
    } catch {
      throw CommandLineError(operation: nil, fact: error)
    }
  }

  /// The first operation that has an option of this name.
  private func owner(of option: String) -> String? {
    let type = shownOperations.first { type in type.shownFields.contains { $0.typedNames.contains(option) } }
    return type?.configuration.name
  }

  private func parse(
    _ type: any Operation.Type, _ scanner: inout WordScanner, for terminal: TerminalCapabilities
  ) throws(CommandLineError) -> Invocation {
    let name = type.configuration.name
    do {
      try scanner.scan(operation: type.fields)
    } catch .unexpectedArgument(let word) {
      throw secondWordMissed(type, scanner)
        ?? CommandLineError(operation: name, fact: .unexpectedArgument(word))
    } catch {
      throw CommandLineError(operation: name, fact: error)
    }
    if scanner.values(of: .tool)["help"] != nil { return .help(help(on: .operation(type), for: terminal)) }
    let globals = try make(GlobalOptions.self, scanner.values(of: .global), in: name)
    switch try make(type, scanner.values(of: .operation), in: name) {
    case let request as HelpOperation:
      guard !request.operation.isEmpty else { return .help(OverviewPage(self).text(for: terminal)) }
      return .help(help(on: try topic(request.operation.joined(separator: " ")), for: terminal))
    case let request as CompletionsOperation:
      return .text(completions(for: request.shell))
    case let request as ManualOperation:
      guard !request.operation.isEmpty else { return .text(ManualPage(self).text) }
      return .text(ManualPage(self, try topic(request.operation.joined(separator: " "))).text)
    case let operation:
      return .run(operation, globals)
    }
  }

  /// Whoever asks for help gets it, whatever else is wrong with the line.
  private func help(
    asIn words: [String], for terminal: TerminalCapabilities
  ) throws(CommandLineError) -> String {
    var scanner = WordScanner(words.filter { !String.helpWords.contains($0) })
    guard let word = try? scanner.scanToOperation() else { return OverviewPage(self).text(for: terminal) }
    let topic = try topic(from: word, &scanner)
    // A slip in the second word is told: the page of the group would not show what was wanted.
    if case .group = topic, let second = try? scanner.scanToOperation() {
      return help(on: try self.topic("\(word) \(second)"), for: terminal)
    }
    return help(on: topic, for: terminal)
  }

  private func help(on topic: Topic, for terminal: TerminalCapabilities) -> String {
    switch topic {
    case .operation(let type): HelpPage(self, type).text(for: terminal)
    case .group(let group): GroupPage(self, group).text(for: terminal)
    }
  }

  private func make<Arguments: ParsableArguments>(
    _ type: Arguments.Type, _ values: FieldValues, in name: String
  ) throws(CommandLineError) -> Arguments {
    do {
      return try type.make(from: values)
    } catch {
      throw CommandLineError(operation: name, fact: CommandLineError.Fact(error))
    }
  }
}

extension CommandLineError.Fact: Error {
  fileprivate init(_ error: FieldError) {
    self =
      switch error {
      case .missing(let field): field.kind == .argument ? .missingArgument(field) : .missingOption(field)
      case .invalid(let field, let value, let near): .invalidValue(field, value: value, near: near)
      case .repeated(let field, let values):
        .repeatedOption(field, first: values.first ?? "", second: values.last ?? "")
      case .unexpected(let key, _):
        preconditionFailure("The scanner gathered a value for “\(key)”, which no field declares.")
      }
  }
}

extension String {
  fileprivate static let helpWords = ["--help", "-h"]
}

extension [String] {
  fileprivate var askForHelp: Bool {
    prefix { $0 != "--" }.contains { String.helpWords.contains($0) }
  }
}

import Declaration

/// What a name stands for that help is given on: an operation, or a group of them.
enum Topic {
  case operation(any Operation.Type)
  case group(OperationGroup)

  var name: String {
    switch self {
    case .operation(let type): type.configuration.name
    case .group(let group): group.name
    }
  }

  var abstract: String {
    switch self {
    case .operation(let type): type.configuration.abstract
    case .group(let group): group.abstract
    }
  }

  /// The operation, where it is one.
  var operation: (any Operation.Type)? {
    if case .operation(let type) = self { type } else { nil }
  }
}

extension CommandLineTool {
  /// What the first words of all shown names stand for, each told once, in the order of the operations.
  var topics: [Topic] {
    var told: Set<String> = []
    return shownOperations.compactMap { type in
      let word = type.configuration.firstWord
      return told.insert(word).inserted ? topic(named: word) : nil
    }
  }

  /// The names that people are told of: those of the operations and of their groups.
  var shownNames: [String] {
    let names = shownOperations.map { $0.configuration.name }
    return names + topics.map(\.name).filter { !names.contains($0) }
  }

  /// The shown operations of two words whose first word is this.
  func operations(under word: String) -> [any Operation.Type] {
    shownOperations.filter { $0.configuration.secondWord != nil && $0.configuration.firstWord == word }
  }

  /// The operation or the group of exactly this name.
  func topic(named name: String) -> Topic? {
    if let type = operations.first(where: { $0.configuration.name == name }) { return .operation(type) }
    return groups.first { $0.name == name }.map { .group($0) }
  }
}

extension OperationConfiguration {
  /// The first word of the name, or all of it.
  var firstWord: String { String(name.prefix { $0 != " " }) }

  /// The second word of the name, where there are two.
  var secondWord: String? {
    firstWord == name ? nil : String(name.dropFirst(firstWord.count + 1))
  }
}

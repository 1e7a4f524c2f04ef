import Casework
import YAML

/// What a project has set for the rules of its review.
public struct ReviewSettings: Sendable, Equatable {
  /// How much the findings of a rule weigh, nil for none at all.
  public typealias Levels = [String: Severity?]

  /// For all records.
  public var levels: Levels = [:]

  /// For some of them: a pattern of paths, as `PathPattern` reads it, and what holds there; later ones come before
  /// earlier ones.
  public var paths: [(pattern: String, levels: Levels)] = []

  /// The defaults.
  public init() {}

  /// Settings from the bytes of the project's settings; what else is in them is not looked at.
  ///
  /// - Parameter name: what errors call the file.
  /// - Throws: `YAMLErrors` with all that is not as it must be; `YAMLError` where it is no YAML.
  public init(_ bytes: [UInt8], name: String) throws {
    let reader = YAMLReader(try YAMLDocument(text: bytes, name: name))
    guard let review = reader.fields(known: ProjectSettings.keys).fields("review", known: ["rules", "paths"])
    else {
      return
    }
    levels = Self.levels(in: review)
    for entry in review.list("paths", known: ["path", "rules"]) {
      if let pattern = entry.requiredText("path") { paths.append((pattern, Self.levels(in: entry))) }
    }
    try reader.finish()
  }

  private static func levels(in fields: YAMLFields) -> Levels {
    let ids = RuleCatalogue.all.map(\.id)
    guard let rules = fields.fields("rules", known: ids) else { return [:] }
    var levels: Levels = [:]
    for id in ids {
      guard let word = rules.word(id, of: ["off"] + Severity.allCases.map(\.rawValue)) else { continue }
      levels[id] = .some(Severity(rawValue: word))
    }
    return levels
  }

  /// Whether both say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.levels == right.levels && left.paths.elementsEqual(right.paths) { $0 == $1 }
  }

  /// How much the findings of a rule weigh in a file, nil within for none at all; nil where nobody has said.
  ///
  /// - Parameter path: from the root of the working tree.
  func level(of rule: String, at path: String) -> Severity?? {
    for (pattern, levels) in paths.reversed() where PathPattern(pattern).matches(path) {
      if let level = levels[rule] { return level }
    }
    return levels[rule]
  }
}

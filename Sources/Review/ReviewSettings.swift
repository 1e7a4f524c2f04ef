import Casework
import Storage
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

  private static let keys = ["rules", "paths", "styles"]

  /// The defaults.
  public init() {}

  /// Settings from the bytes of the project's settings; what else is in them is not looked at.
  ///
  /// - Parameters:
  ///   - name: what errors call the file.
  ///   - team: the rules that can be weighed besides the tool's own.
  /// - Throws: `YAMLErrors` with all that is not as it must be; `YAMLError` where it is no YAML.
  public init(_ bytes: [UInt8], name: String, team: TeamRules = TeamRules()) throws {
    let reader = YAMLReader(try YAMLDocument(text: bytes, name: name))
    guard let review = reader.fields(known: ProjectSettings.keys).fields("review", known: Self.keys) else {
      return
    }
    let ids = RuleCatalogue.builtIn.adding(team).all.map(\.id)
    levels = Self.levels(in: review, ids)
    for entry in review.list("paths", known: ["path", "rules"]) {
      if let pattern = entry.requiredText("path") { paths.append((pattern, Self.levels(in: entry, ids))) }
    }
    try reader.finish()
  }

  /// The directories of styles that the project's settings name, from the root of the working tree.
  ///
  /// - Throws: `YAMLErrors`; `YAMLError` where it is no YAML.
  public static func styles(in bytes: [UInt8], name: String) throws -> [String] {
    let reader = YAMLReader(try YAMLDocument(text: bytes, name: name))
    let root = reader.fields(known: ProjectSettings.keys)
    guard let review = root.fields("review", known: keys) else { return [] }
    let styles = review.texts("styles").map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    for style in styles where !Path.isWithin(style) {
      reader.report(
        .wrongText(key: "styles", expected: "directories within the repository, without `..`", found: style),
        at: review.node("styles") ?? review.node)
    }
    try reader.finish()
    return styles
  }

  private static func levels(in fields: YAMLFields, _ ids: [String]) -> Levels {
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

  /// How much the findings of rules weigh in a file, nil for none at all; of the others nobody has said anything.
  ///
  /// - Parameter path: from the root of the working tree.
  func levels(at path: String) -> Levels {
    paths.reduce(into: levels) { levels, entry in
      if PathPattern(entry.pattern).matches(path) { levels.merge(entry.levels) { $1 } }
    }
  }
}

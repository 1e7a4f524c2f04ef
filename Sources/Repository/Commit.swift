/// The identifier of an object of git, whole: 40 or 64 hexadecimal digits.
public struct ObjectID: Hashable, Sendable, Codable, CustomStringConvertible {
  /// All its digits.
  public let digits: String

  /// An identifier from its digits.
  public init(_ digits: some StringProtocol) {
    self.digits = String(digits)
  }

  /// Reads the digits.
  public init(from decoder: any Decoder) throws {
    digits = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }

  /// Enough digits for people: ten.
  public var short: String { String(digits.prefix(10)) }

  /// All the digits.
  public var description: String { digits }
}

/// A commit, as far as the domain looks into it.
public struct Commit: Sendable, Equatable {
  /// Its identifier.
  public var id: ObjectID

  /// Its tree.
  public var tree: ObjectID

  /// Its parents, the first one first.
  public var parents: [ObjectID]

  /// The first line of its message.
  public var subject: String

  /// Who wrote the change.
  public var authorName: String

  /// When it was written: ISO 8601, with the author's offset.
  public var authorDate: String

  /// Who committed it, as it is now.
  public var committerName: String

  /// When it was committed, as it is now: ISO 8601, with the committer's offset.
  public var committerDate: String
}

/// What a commit, or a span of commits, did to one file.
public struct Change: Sendable, Equatable {
  /// The kinds of change that git tells apart when renames are not looked for.
  public enum Kind: String, Sendable {
    case added = "A"
    case deleted = "D"
    case modified = "M"
    case typeChanged = "T"
  }

  /// Where.
  public var path: TreePath

  /// What happened.
  public var kind: Kind

  /// The mode after the change, as git writes it ("100644"); "000000" for a deleted file.
  public var mode: String

  /// The content after the change.
  public var blob: ObjectID

  /// Lines added; nil for binary files.
  public var addedLines: Int?

  /// Lines deleted; nil for binary files.
  public var deletedLines: Int?
}

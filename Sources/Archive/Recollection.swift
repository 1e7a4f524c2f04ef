import Database

/// What bears on some clues.
public struct Recollection: Sendable {
  /// How many records were looked through.
  public var records: Int

  /// The records that bear on them, the strongest first.
  public var recalled: [Recalled] = []

  /// How many more do.
  public var more = 0
}

/// A record that bears on what was given, and why.
public struct Recalled: Sendable {
  /// Something that both name.
  public struct Meeting: Sendable {
    /// What it is: “name” of the code, “file”, “message”, “commit”, or “words”.
    public var kind: String

    /// As it was given.
    public var text: String

    /// What named it: “frame 2”.
    public var source: String

    /// The section of the record that names it; nil above the first one.
    public var section: String?

    /// The line in the record, from 1.
    public var line: Int
  }

  /// Its key.
  public var key: String

  /// Its title.
  public var title: String

  /// The day of the fix, or else of the draft; empty where none is named.
  public var date: String

  /// Its file, from the directory of the records.
  public var path: String

  /// How strongly it bears on it: 1 is just enough to be told of.
  public var strength: Double

  /// What both name, the strongest first.
  public var meetings: [Meeting]
}

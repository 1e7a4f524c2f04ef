import Archive

/// The records that bear on what was given.
public struct RecallReport: Sendable, Encodable {
  /// A record that does.
  public struct Result: Sendable, Encodable {
    /// Something that both name.
    public struct Meeting: Sendable, Encodable {
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

    /// The day of the fix, or else of the draft; empty where the record names none.
    public var date: String

    /// Its file, from the root of the working tree.
    public var path: String

    /// How strongly it bears on it: 1 is just enough.
    public var strength: Double

    /// What both name, the strongest first.
    public var meetings: [Meeting]

    /// More of them convince nobody further.
    private static let mostMeetings = 12

    init(_ recalled: Recalled, in place: String) {
      (key, title, date) = (recalled.key, recalled.title, recalled.date)
      path = "\(place)/\(recalled.path)"
      strength = (recalled.strength * 100).rounded() / 100
      meetings = recalled.meetings.prefix(Self.mostMeetings).map {
        Meeting(kind: $0.kind, text: $0.text, source: $0.source, section: $0.section, line: $0.line)
      }
    }
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/recall/1"

  /// How many records there are.
  public var records = 0

  /// What was asked; nil where nothing was.
  public var question: String?

  /// How many frames of a stack trace were read; nil where no trace was given.
  public var frames: Int?

  /// How many messages of failures were.
  public var messages: Int?

  /// How many files a change touches; nil where no change was looked at.
  public var files: Int?

  /// What was found, the strongest first.
  public var results: [Result] = []

  /// How many more there are.
  public var more = 0

  init() {}
}

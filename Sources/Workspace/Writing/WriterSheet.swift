import Masking
import Record
import Writer

/// What is sent to a language model, and where: all of it that is about the case, as it is sent.
public struct WriterSheet: Sendable, Encodable, Equatable {
  /// A fact.
  public struct Fact: Sendable, Encodable, Equatable {
    /// Its number, from 1.
    public var number: Int

    /// What kind of fact it is.
    public var name: String

    /// What it says, secrets masked.
    public var text: String
  }

  /// What the user's settings call the model.
  public var writer: String

  /// The server, and the model.
  public var destination: String

  /// The sections that it is asked to phrase.
  public var sections: [String]

  /// The facts.
  public var facts: [Fact]

  init(_ settings: WriterSettings, _ brief: WritingBrief) {
    writer = settings.name
    destination = settings.destination
    sections = brief.sections.map(\.heading)
    facts = brief.facts.enumerated().map { Fact(number: $0 + 1, name: $1.name, text: $1.text) }
  }
}

extension WritingFact {
  /// Of a log that was quoted whole this much is told.
  private static let longestText = 4000

  /// As it may leave this machine: no secret is let through, whatever may stay in the record.
  func sendable(_ places: inout [MaskedPlace]) -> WritingFact {
    let masked = Masker().mask(text)
    places += masked.secrets.map { MaskedPlace($0, in: "what is sent to the writer (\(name))") }
    var text = masked.text
    if text.utf8.count > Self.longestText {
      var end = text.utf8.index(text.startIndex, offsetBy: Self.longestText)
      while String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
      text = "\(text[..<end]) […]"
    }
    return WritingFact(name: name, text: text, kind)
  }
}

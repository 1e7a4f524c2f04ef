public import Casework
import Markdown

/// All that a version of a record for other readers is made of.
public struct HandOffBundle: Sendable, Encodable {
  /// A fact, and how it is known.
  public struct Fact: Sendable, Encodable {
    /// The field of the case; "validation" for a proof.
    public var field: String

    /// What it says.
    public var value: String

    /// How it is known.
    public var standing: Standing

    /// The number of its evidence; absent where nobody says where it is from.
    public var evidence: String?

    /// Where it was found, or who says so.
    public var source: String?
  }

  /// Where the record was posted.
  public struct Place: Sendable, Encodable {
    /// The comment.
    public var link: String

    /// The ticket.
    public var ticket: String

    /// Who reads it there.
    public var visibility: String

    /// Which revision.
    public var revision: Int
  }

  /// A name that must stay.
  public struct Name: Sendable, Encodable {
    /// The name.
    public var name: String

    /// Whether the record names it.
    public var isInRecord: Bool
  }

  /// The name and version of this document's format.
  public var schema = "postmortem/handoff/1"

  /// The case.
  public var key: String

  /// What broke, on one line.
  public var title: String

  /// The record as it is.
  public var record: String

  /// The facts, in the order of the case, proofs last.
  public var facts: [Fact] = []

  /// The addresses in it.
  public var links: [String] = []

  /// Where it was posted.
  public var posted: [Place] = []

  /// What a version for other readers has to mind.
  public var notes: [String] = []

  /// Names of the code, which such a version leaves out.
  public var leaveOut: [String] = []

  /// Keys of tickets, which must stay.
  public var keys: [String] = []

  /// Pull requests, which must stay.
  public var pullRequests: [String] = []

  /// Names that must stay.
  public var names: [Name] = []

  init(key: String, title: String, record: String) {
    self.key = key
    self.title = title
    self.record = record
  }

  /// The facts of a case, each with how it is known.
  static func facts(of contents: some CaseContents) -> [Fact] {
    let byHand = Set(contents.file.values(notIn: contents.evidence).map(\.path))
    var facts = contents.file.values.map { value -> Fact in
      let entry =
        byHand.contains(value.path)
        ? nil
        : contents.evidence.last { entry in
          switch entry.fact {
          case .found(let found): found.field == value.path || found.field.hasPrefix("\(value.path).")
          case .attested(let given): given.field == value.path || given.field.hasPrefix("\(value.path).")
          case .proof, .origin: false
          }
        }
      switch entry?.fact {
      case .found(let found):
        return Fact(
          field: value.path, value: value.value, standing: .found, evidence: entry?.label,
          source: found.source)
      case .attested(let given):
        return Fact(
          field: value.path, value: value.value, standing: .attested, evidence: entry?.label, source: given.by
        )
      case .proof, .origin, nil: return Fact(field: value.path, value: value.value, standing: .unsupported)
      }
    }
    for entry in contents.evidence {
      switch entry.fact {
      case .proof(let proof) where proof.isDeciding:
        facts.append(
          Fact(
            field: "validation", value: proof.sentence, standing: .measured, evidence: entry.label,
            source: "postmortem prove"))
      case .origin(let origin):
        facts.append(
          Fact(
            field: "origin", value: origin.sentence, standing: origin.standing, evidence: entry.label,
            source: "postmortem origin"))
      case .found, .attested, .proof: continue
      }
    }
    return facts
  }

  /// The bundle as Markdown.
  public var markdown: String {
    var text = "# Hand-off of \(key): \(title)\n\n"
    text += section("Notes", notes)
    text += section("Must stay: keys", keys)
    text += section("Must stay: pull requests", pullRequests)
    text += section(
      "Must stay: names", names.map { $0.isInRecord ? $0.name : "\($0.name) (not in the record)" })
    text += section("Names of the code, to be left out", leaveOut.map(MarkdownText.codeSpan))
    text += section("Links", links)
    text += section(
      "Posted",
      posted.map { "\($0.ticket), revision \($0.revision), visible to \($0.visibility): \($0.link)" })
    text += section(
      "Facts",
      facts.map { fact in
        let source = [fact.evidence, fact.source].compactMap { $0 }.joined(separator: ", ")
        let value = fact.value.split(separator: "\n").joined(separator: " ")
        return "\(fact.field) (\(fact.standing.rawValue)\(source.isEmpty ? "" : ": \(source)")): \(value)"
      })
    return text + "## The record\n\n" + MarkdownText.codeBlock(record) + "\n"
  }

  private func section(_ heading: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "## \(heading)\n\n\(items.map { "- \($0)\n" }.joined())\n"
  }
}

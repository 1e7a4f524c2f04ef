import Declaration
import Record
import Review
import Spelling
import Templates

extension Failure {
  static func templates(_ errors: TemplateErrors) -> Failure {
    Failure(
      "bad-template", errors.errors.map(words).joined(separator: "\n"),
      "Mend the template; `postmortem templates --names` lists what may stand between the braces.")
  }

  private static func words(_ error: TemplateError) -> String {
    let what =
      switch error.problem {
      case .notText: "this is no UTF-8"
      case .unclosedTag: "“{{” without “}}” on the same line"
      case .emptyTag: "there is no name between the braces"
      case .unknownName(let name, let known):
        "no fact is named “\(name)” here"
          + (Spelling.nearest(to: name, among: known).map { "; did you mean “\($0)”?" } ?? "")
      case .noText(let name): "“\(name)” is no text: write {{#\(name)}}…{{/\(name)}}"
      case .unclosedBlock(let name): "“\(name)” is begun here and not ended: {{/\(name)}} is missing"
      case .strayEnd(let name, let open?): "{{/\(name)}} ends nothing here; {{/\(open)}} is due"
      case .strayEnd(let name, nil): "{{/\(name)}} ends nothing here"
      }
    return "\(error.file):\(error.line):\(error.column): \(what)"
  }

  static func strayTemplate(_ error: StrayTemplate) -> Failure {
    let known = SectionTemplates.files.map(\.name)
    let near = Spelling.nearest(to: error.name, among: known)
    return Failure(
      "stray-template", "“\(error.path)” is named like no section.",
      near.map { "Did you mean “\($0)”?" } ?? "The names are: \(known.joined(separator: ", ")).")
  }

  static func unknownSection(_ error: UnknownSection) -> Failure {
    let near = Spelling.nearest(to: error.name, among: error.known)
    return Failure(
      "unknown-section", "No section is named “\(error.name)”.",
      near.map { "Did you mean “\($0)”?" } ?? "The names are: \(error.known.joined(separator: ", ")).",
      status: .usage)
  }

  static func unknownRule(_ error: UnknownRule) -> Failure {
    Failure(
      "unknown-rule", "There is no rule “\(error.id)”.",
      error.nearest.map { "Did you mean “\($0)”?" }
        ?? "`postmortem explain` lists all of them.",
      status: .usage)
  }

  static func duplicateRule(_ error: DuplicateRule) -> Failure {
    let places = [error.first, error.second].compactMap { $0.map { "\($0.file):\($0.line)" } }
    return Failure(
      "duplicate-rule", "Two rules are called “\(error.id)”: \(places.joined(separator: " and ")).",
      "Name one of the files differently: its name begins that of its rules.")
  }

  static func draft(_ error: RecordDraftError) -> Failure {
    switch error {
    case .emptySection(let kind):
      Failure(
        "empty-section", "The template leaves the section “\(kind.heading)” empty, which every record has.",
        "Mend the template; `postmortem templates` says which it is.")
    case .holdsHeading(let kind, let heading):
      Failure(
        "heading-in-fact",
        "A fact for “\(kind.heading)” holds the heading “\(heading)”, which would begin a section of its own.",
        "Take the heading out of the case, or make it one of level 3 (`### …`).")
    case .staysOpen(let kind):
      Failure(
        "open-fact",
        "A fact for “\(kind.heading)” leaves a code block or HTML open, which would swallow the rest.",
        "Close it, in the case.")
    }
  }
}

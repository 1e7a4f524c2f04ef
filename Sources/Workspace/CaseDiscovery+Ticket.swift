import Delivery
import Proof
import Record
import YAML

extension CaseDiscovery {
  /// Takes in what a ticket says: everything with its link.
  ///
  /// Who is to do the ticket is not yet who answers for the record: that is a suggestion, which a person confirms.
  mutating func take(_ story: TicketStory, of key: String) {
    let place = "\(story.key), \(story.link)"
    let title = story.summary.split(whereSeparator: \.isNewline).joined(separator: " ")
    take("ticket", story.link, place, field: ["ticket"], as: .text(story.link))
    if !title.isEmpty { take("title", title, place, field: ["title"], as: .text(title)) }
    if !story.description.isEmpty {
      let reporter = story.reporter.isEmpty ? "" : ", as \(story.reporter) reported it"
      take(
        "symptom.text", story.description, place, field: ["symptom", "text"], as: .text(story.description))
      let source = "\(story.key)\(reporter)"
      take("symptom.source", source, place, field: ["symptom", "source"], as: .text(source))
    }
    let told = [
      ("ticket.status", story.status), ("ticket.reporter", story.reporter),
      ("ticket.assignee", story.assignee),
      ("ticket.fix_versions", story.fixVersions.joined(separator: ", ")),
    ]
    for (field, value) in told where !value.isEmpty { take(field, value, place) }
    for link in story.links {
      take(
        "ticket.link", "\(link.relation) \(link.key)\(link.summary.isEmpty ? "" : ": \(link.summary)")", place
      )
    }
    for comment in story.comments {
      take("ticket.comment", comment.text, "\(comment.author), \(comment.link)")
    }
    remark(on: story, of: key)
  }

  private mutating func remark(on story: TicketStory, of key: String) {
    if !story.assignee.isEmpty {
      remarks.append(
        RecordRemark(
          message:
            "\(story.key) is assigned to \(story.assignee). Does \(story.assignee) answer for the record?",
          remedy: "postmortem set \(key) owner=\(ShellWord.quoted(story.assignee))"))
    }
    if !story.description.isEmpty {
      remarks.append(
        RecordRemark(
          message:
            "What was reported is taken for the symptom, word for word; it may say more than what was seen.",
          remedy: "postmortem edit \(key)"))
    }
    if !story.comments.isEmpty {
      let count = story.comments.count
      remarks.append(
        RecordRemark(
          message: "\(count) \(count == 1 ? "comment is" : "comments are") kept as evidence"
            + (story.moreComments ? ", the newest; there are more" : "")
            + ": a repro, the cause or a validation may stand in them.",
          remedy: "less .postmortem/cases/\(key)/evidence.jsonl"))
    }
  }
}

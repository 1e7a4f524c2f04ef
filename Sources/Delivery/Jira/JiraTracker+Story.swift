import Rendering
import Storage

extension JiraTracker {
  /// How many comments are read, of those that are not ours.
  private static let mostComments = 20

  /// What a ticket says.
  public func story(of key: String) throws(TrackerError) -> TicketStory {
    let fields = "summary,description,reporter,assignee,status,fixVersions,issuelinks,project"
    let issue = try connection.read(JSONTree.self, ["issue", key], query: ["fields": fields])
    guard let now = issue["key"].text else {
      throw .doubtful("\(site.address) answered with what is no ticket.")
    }
    let told = issue["fields"]
    var story = TicketStory(
      key: now, link: site.link(to: now), summary: told["summary"].text ?? "",
      description: Self.text(of: told["description"]), reporter: told["reporter"]["displayName"].text ?? "",
      assignee: told["assignee"]["displayName"].text ?? "", status: told["status"]["name"].text ?? "",
      fixVersions: told["fixVersions"].elements.compactMap { $0["name"].text },
      links: told["issuelinks"].elements.compactMap(Self.link), comments: [], moreComments: false)
    try eachComment(of: now) { comment in
      guard comment.mark == nil else { return .goOn }
      guard story.comments.count < Self.mostComments else {
        story.moreComments = true
        return .enough
      }
      let text = Self.text(of: comment.body, from: site.kind)
      if !text.isEmpty {
        story.comments.append(.init(author: comment.author, text: text, link: comment.link))
      }
      return .goOn
    }
    return story
  }

  /// A comment's body as text: a document where Jira is in the cloud, wiki markup in a data center.
  private static func text(of body: [UInt8], from kind: Destination.Kind) -> String {
    kind == .cloud ? text(ofDocument: body) : text(ofMarkup: String(decoding: body, as: UTF8.self))
  }

  /// A body as text: a document, or wiki markup.
  private static func text(of body: JSONTree) -> String {
    if let markup = body.text { return text(ofMarkup: markup) }
    return text(ofDocument: JSONText.encode(body))
  }

  private static func text(ofMarkup markup: String) -> String { trimmed(JiraMarkupText(markup).text) }

  private static func text(ofDocument json: [UInt8]) -> String {
    guard let reading = try? ADFReading(json) else { return "" }
    let markdown = Array(ADFMarkdown(reading.document).text.utf8)
    return trimmed(String(decoding: TextRendering(markdown).bytes, as: UTF8.self))
  }

  private static func trimmed(_ text: String) -> String {
    let rest = text.drop(while: \.isWhitespace)
    return String(rest.reversed().drop(while: \.isWhitespace).reversed())
  }

  private static func link(_ link: JSONTree) -> TicketStory.Link? {
    let isOutward = link["outwardIssue"] != .nothing
    let other = link[isOutward ? "outwardIssue" : "inwardIssue"]
    guard let key = other["key"].text else { return nil }
    return TicketStory.Link(
      relation: link["type"][isOutward ? "outward" : "inward"].text ?? "is linked with", key: key,
      summary: other["fields"]["summary"].text ?? "")
  }
}

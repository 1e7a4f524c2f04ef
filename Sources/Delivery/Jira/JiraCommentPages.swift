/// The comments of a ticket page by page, the newest first; each page but the first begins with the last comment of the
/// page before.
struct JiraCommentPages {
  private let connection: JiraConnection
  private let key: String

  /// How many are asked for at once; half as many where an answer gets too long.
  private var size = 50

  /// How many were read; nil before the first page.
  private var count: Int?
  private var total = 0

  /// Whether Jira gives the oldest first, as versions do that do not know the order that is asked for.
  private var isOldestFirst = false

  init(of key: String, over connection: JiraConnection) {
    self.key = key
    self.connection = connection
  }

  /// The next page; nil after the last.
  mutating func next() throws(TrackerError) -> [JiraComment]? {
    guard let count else { return try first() }
    guard count < total else { return nil }
    let page = try read(from: count - 1).comments
    // Nothing new is the end, whatever the total says. Nothing at all is none: comments were removed meanwhile.
    self.count = page.count > 1 ? count - 1 + page.count : total
    return page
  }

  private mutating func first() throws(TrackerError) -> [JiraComment]? {
    var page = try read(from: 0)
    total = page.total
    if Self.isOldestFirst(page.comments) {
      isOldestFirst = true
      page = try read(from: 0)
    }
    count = page.comments.count
    return page.comments.isEmpty ? nil : page.comments
  }

  private static func isOldestFirst(_ comments: [JiraComment]) -> Bool {
    guard let first = comments.first, let last = comments.last, comments.count > 1 else { return false }
    if let one = Int64(first.id), let other = Int64(last.id) { return one < other }
    return (first.created ?? "") < (last.created ?? "")
  }

  /// A page of at most `size` comments.
  ///
  /// - Parameter place: how many newer ones there are.
  private mutating func read(from place: Int) throws(TrackerError) -> Page {
    while true {
      let start = isOldestFirst ? max(0, total - place - size) : place
      let wanted = isOldestFirst ? total - place - start : size
      var page = try connection.readUnlessTooLong(
        Page.self, ["issue", key, "comment"],
        query: ["startAt": "\(start)", "maxResults": "\(wanted)", "orderBy": "-created"])
      if isOldestFirst { page?.comments.reverse() }
      if let page { return page }
      guard size > 2 else { throw .doubtful("The comments of \(key) are too long to be read.") }
      size /= 2
    }
  }

  /// A page as Jira writes it.
  private struct Page: Decodable {
    var total: Int
    var comments: [JiraComment]
  }
}

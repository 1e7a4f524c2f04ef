import Storage

/// Properties of comments, as `comment/list` of Jira Cloud writes them.
private struct JiraMarkedComments: Decodable {
  struct Value: Decodable {
    var id: String
    var properties: [JiraComment.Property]?
  }

  var values: [Value]
}

extension JiraTracker {
  /// How often a walk starts anew because comments were removed meanwhile.
  private static let mostWalks = 4

  /// Goes through the comments of a ticket, the newest first, until `body` says that it has seen enough.
  ///
  /// It holds a page of them at a time. Pages overlap by one comment: where the next page does not begin with the last
  /// one seen, comments were added or removed meanwhile, and it starts anew, without showing any twice.
  public func eachComment(
    of key: String, _ body: (StoredComment) -> Continuation
  ) throws(TrackerError) {
    var seen: Set<String> = []
    for _ in 0..<Self.mostWalks {
      if try walk(key, &seen, body) { return }
    }
    throw .doubtful("The comments of \(key) keep changing while they are being read.")
  }

  /// - Returns: whether it came to the end, or has seen enough.
  private func walk(
    _ key: String, _ seen: inout Set<String>, _ body: (StoredComment) -> Continuation
  ) throws(TrackerError) -> Bool {
    var pages = JiraCommentPages(of: key, over: connection)
    var last: String?
    while let page = try pages.next() {
      if let last, page.first?.id != last { return false }
      last = page.last?.id
      let new = page.filter { !seen.contains($0.id) }
      for comment in try marked(new) {
        seen.insert(comment.id)
        if body(comment.stored(on: site, of: key)) == .enough { return true }
      }
    }
    return true
  }

  /// Comments with the properties that mean something to us.
  private func marked(_ comments: [JiraComment]) throws(TrackerError) -> [JiraComment] {
    var comments = comments
    guard !comments.isEmpty else { return [] }
    var untold: Set<String> = []
    if site.kind == .cloud {
      let told = try properties(of: comments.compactMap { Int64($0.id) }[...])
      for place in comments.indices {
        let id = comments[place].id
        comments[place].properties = told[id] ?? nil
        // What the list leaves out may be ours all the same: to take it for nobody's would post a second one.
        if told[id] == nil { untold.insert(id) }
      }
    }
    for place in comments.indices where comments[place].properties == nil {
      guard untold.contains(comments[place].id) || isCandidate(comments[place]) else { continue }
      guard let mark = try mark(of: comments[place]) else { continue }
      // Who reads what is nobody's of ours is not worth a request.
      let audience = try audience(of: comments[place])
      comments[place].properties = [mark, audience].compactMap { $0 }
    }
    return comments
  }

  /// The properties of comments by their numbers, as Cloud tells them: with the comments whole, so that the answer may
  /// get too long.
  private func properties(
    of ids: ArraySlice<Int64>
  ) throws(TrackerError) -> [String: [JiraComment.Property]?] {
    let answer = try connection.readUnlessTooLong(
      JiraMarkedComments.self, ["comment", "list"], query: ["expand": "properties"],
      asking: .object(["ids": .list(ids.map { .whole($0) })]))
    if let answer {
      return Dictionary(answer.values.map { ($0.id, $0.properties) }) { first, _ in first }
    }
    guard ids.count > 1 else { throw .doubtful("The comment \(ids.first ?? 0) is too long to be read.") }
    let middle = ids.index(ids.startIndex, offsetBy: ids.count / 2)
    return try properties(of: ids[..<middle]).merging(properties(of: ids[middle...])) { first, _ in first }
  }

  /// Whether a comment whose properties were not told, and cost a request, may be one of ours: written in our name, or,
  /// of Data Center, with a heading in it, as every record has.
  private func isCandidate(_ comment: JiraComment) -> Bool {
    if comment.author?.id == destination.accountID { return true }
    return comment.body.text?.split(whereSeparator: \.isNewline).contains { line in
      // h1. to h6.
      let head = Array(line.utf8.prefix(3))
      return head.count == 3 && head[0] == UInt8(ascii: "h") && (0x31...0x36).contains(head[1])
        && head[2] == UInt8(ascii: ".")
    } ?? false
  }
}

public import Network
import Storage

/// Jira as a delivery sees it: Cloud by version 3 of its interface, Data Center by version 2.
public struct JiraTracker: Tracker {
  /// Where comments go, and in whose name.
  public let destination: Destination

  /// The site.
  public let site: JiraSite

  let connection: JiraConnection

  /// A tracker of a site; the site is asked who it is that asks.
  ///
  /// - Parameter gateway: the gateway of Atlassian.
  public init(
    _ site: JiraSite, client: HTTPClient, pace: JiraPace, gateway: WebAddress? = WebAddress(JiraSite.gateway)
  ) throws(TrackerError) {
    self.site = site
    connection = JiraConnection(
      interface: site.interface(by: gateway), authorization: site.authorization, client: client, pace: pace)
    let myself = try connection.read(JiraUser.self, ["myself"])
    guard !myself.id.isEmpty else { throw .doubtful("\(site.address) does not say who it is that asks.") }
    destination = Destination(
      site: site.address.description, kind: site.kind, account: myself.name, accountID: myself.id)
  }

  /// The ticket of a key.
  public func ticket(_ key: String) throws(TrackerError) -> Ticket {
    let issue = try connection.read(JSONTree.self, ["issue", key], query: ["fields": "summary,project"])
    guard let now = issue["key"].text else {
      throw .doubtful("\(site.address) answered with what is no ticket.")
    }
    return Ticket(
      key: now, summary: issue["fields"]["summary"].text ?? "", link: site.link(to: now),
      servesCustomers: issue["fields"]["project"]["projectTypeKey"].text == "service_desk")
  }

  /// Whether the account may comment on a ticket.
  public func mayComment(on key: String) throws(TrackerError) -> Bool {
    let answer = try connection.read(
      JSONTree.self, ["mypermissions"], query: ["issueKey": key, "permissions": "ADD_COMMENTS"])
    let permissions = answer["permissions"]
    // Versions of old call it otherwise.
    let permission = permissions["ADD_COMMENTS"] != .nothing ? "ADD_COMMENTS" : "COMMENT_ISSUE"
    return permissions[permission]["havePermission"] == .flag(true)
  }

  /// The body of the request that would post a comment, or put it in the place of one that stands, to the byte.
  public func payload(of comment: CommentDraft, inPlaceOf there: StoredComment?) -> [UInt8] {
    JiraPayload(comment, inPlaceOf: there, for: site.kind).bytes
  }

  /// Posts a comment, once.
  public func post(_ payload: [UInt8], to key: String) throws(TrackerError) -> StoredComment {
    try connection.write(JiraComment.self, .post, ["issue", key, "comment"], payload).stored(
      on: site, of: key)
  }

  /// Puts a comment in the place of one that stands, once.
  public func replace(
    _ id: String, of key: String, with payload: [UInt8]
  ) throws(TrackerError) -> StoredComment {
    try connection.write(JiraComment.self, .put, ["issue", key, "comment", id], payload)
      .stored(on: site, of: key)
  }

  /// The comment of a number, with its mark; nil where it is gone.
  public func comment(_ id: String, of key: String) throws(TrackerError) -> StoredComment? {
    guard
      var comment = try unlessGone({ () throws(TrackerError) in
        try connection.read(JiraComment.self, ["issue", key, "comment", id])
      })
    else { return nil }
    let mark = try mark(of: comment)
    let audience = try audience(of: comment)
    comment.properties = [mark, audience].compactMap { $0 }
    return comment.stored(on: site, of: key)
  }

  /// The property of a comment that says whose it is; nil where it has none.
  func mark(of comment: JiraComment) throws(TrackerError) -> JiraComment.Property? {
    try property(JiraComment.markName, of: comment.id)
  }

  /// The property of a comment that says whether it is internal, where the comment itself does not say it, as Data
  /// Center's do; nil where it has none.
  func audience(of comment: JiraComment) throws(TrackerError) -> JiraComment.Property? {
    guard comment.jsdPublic == nil else { return nil }
    return try property(JiraComment.internalName, of: comment.id)
  }

  private func property(_ name: String, of id: String) throws(TrackerError) -> JiraComment.Property? {
    try unlessGone { () throws(TrackerError) in
      try connection.read(JiraComment.Property.self, ["comment", id, "properties", name])
    }
  }

  private func unlessGone<Value>(_ read: () throws(TrackerError) -> Value) throws(TrackerError) -> Value? {
    do throws(TrackerError) {
      return try read()
    } catch .refused(status: 404, _) {
      return nil
    }
  }
}

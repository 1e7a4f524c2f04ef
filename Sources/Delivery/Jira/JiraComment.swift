import Storage

/// A comment as Jira writes it.
struct JiraComment: Decodable {
  var id: String
  var author: JiraUser?
  var body: JSONTree
  var created: String?
  var updated: String?
  var visibility: Restriction?
  var jsdPublic: Bool?
  var properties: [Property]?

  /// Who may read it.
  struct Restriction: Decodable {
    var type: String?
    var value: String?
  }

  /// What it carries beside its text.
  struct Property: Decodable {
    var key: String
    var value: JSONTree
  }

  /// The names of the properties that mean something to us: our own, and what makes a comment internal (as Jira
  /// Service Management has it).
  static let markName = "postmortem"
  static let internalName = "sd.public.comment"

  /// The comment as a delivery sees it.
  func stored(on site: JiraSite, of key: String) -> StoredComment {
    StoredComment(
      id: id, link: site.link(toComment: id, of: key), author: author?.name ?? "", authorID: author?.id ?? "",
      updated: updated ?? "", body: bytes, visibility: audience, mark: mark)
  }

  /// The mark that its properties hold; nil where there is none, or it is none of ours.
  var mark: CommentMark? {
    properties?.first { $0.key == Self.markName }.flatMap { CommentMark($0.value) }
  }

  private var bytes: [UInt8] {
    if let text = body.text { return Array(text.utf8) }
    return JSONText.encode(body)
  }

  private var audience: Visibility {
    if let value = visibility?.value {
      return visibility?.type == "group" ? .group(value) : .role(value)
    }
    let said = properties?.first { $0.key == Self.internalName }?.value["internal"]
    return jsdPublic == false || said == .flag(true) ? .internal : .everyone
  }
}

/// A person as Jira writes them: Cloud knows them by `accountId`, Data Center by `key` and `name`.
struct JiraUser: Decodable {
  var accountId: String?
  var key: String?
  var displayName: String?

  private var login: String?

  private enum CodingKeys: String, CodingKey {
    case accountId, key, displayName
    case login = "name"
  }

  /// What Jira knows them by.
  var id: String { accountId ?? key ?? login ?? "" }

  /// What people call them.
  var name: String { displayName ?? login ?? id }
}

extension CommentMark {
  /// The value of the property.
  var value: JSONTree {
    .object(["record": .text(record), "revision": .whole(Int64(revision)), "digest": .text(digest)])
  }

  init?(_ value: JSONTree) {
    guard let record = value["record"].text, let digest = value["digest"].text,
      case .whole(let number) = value["revision"], let revision = Int(exactly: number)
    else { return nil }
    self.init(record: record, revision: revision, digest: digest)
  }
}

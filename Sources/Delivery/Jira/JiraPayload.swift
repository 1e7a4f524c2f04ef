import Storage

/// The body of the request that posts a comment, to the byte.
struct JiraPayload {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - there: the comment that it takes the place of: what is not said of it stays as it is.
  ///   - kind: decides whether the comment's body is JSON, which is taken as it is, or a text.
  init(_ comment: CommentDraft, inPlaceOf there: StoredComment?, for kind: Destination.Kind) {
    var properties: [JSONTree] = [
      .object(["key": .text(JiraComment.markName), "value": comment.mark.value])
    ]
    var visibility: JSONTree?
    switch comment.visibility {
    case .everyone: if there?.visibility == .internal { properties.append(Self.isInternal(false)) }
    case .internal: properties.append(Self.isInternal(true))
    case .role(let name): visibility = .object(["type": .text("role"), "value": .text(name)])
    case .group(let name): visibility = .object(["type": .text("group"), "value": .text(name)])
    }
    var bytes = Array(#"{"body":"#.utf8)
    switch kind {
    case .cloud: bytes += comment.body.reversed().drop { $0 == UInt8(ascii: "\n") }.reversed()
    case .dataCenter: bytes += JSONText.encode(.text(String(decoding: comment.body, as: UTF8.self)))
    }
    bytes += Array(#","properties":"#.utf8) + JSONText.encode(.list(properties))
    if let visibility { bytes += Array(#","visibility":"#.utf8) + JSONText.encode(visibility) }
    self.bytes = bytes + Array("}".utf8)
  }

  private static func isInternal(_ flag: Bool) -> JSONTree {
    .object(["key": .text(JiraComment.internalName), "value": .object(["internal": .flag(flag)])])
  }
}

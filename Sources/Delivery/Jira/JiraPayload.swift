import Storage

/// The body of the request that posts a comment, to the byte.
struct JiraPayload {
  let bytes: [UInt8]

  /// - Parameter kind: decides whether the comment's body is JSON, which is taken as it is, or a text.
  init(_ comment: CommentDraft, for kind: Destination.Kind) {
    var properties: [JSONTree] = [
      .object(["key": .text(JiraComment.markName), "value": comment.mark.value])
    ]
    var visibility: JSONTree?
    switch comment.visibility {
    case .everyone: break
    case .internal:
      properties.append(
        .object(["key": .text(JiraComment.internalName), "value": .object(["internal": .flag(true)])]))
    case .role(let name): visibility = .object(["type": .text("role"), "value": .text(name)])
    case .group(let name): visibility = .object(["type": .text("group"), "value": .text(name)])
    }
    var bytes = Array(#"{"body":"#.utf8)
    switch kind {
    case .cloud: bytes += comment.body.reversed().drop { $0 == UInt8(ascii: "\n") }.reversed()
    case .dataCenter: bytes += Self.json(.text(String(decoding: comment.body, as: UTF8.self)))
    }
    bytes += Array(#","properties":"#.utf8) + Self.json(.list(properties))
    if let visibility { bytes += Array(#","visibility":"#.utf8) + Self.json(visibility) }
    self.bytes = bytes + Array("}".utf8)
  }

  private static func json(_ tree: JSONTree) -> [UInt8] {
    guard let bytes = try? JSONText.encode(tree) else {
      preconditionFailure("Texts, whole numbers and flags can always be written as JSON.")
    }
    return bytes
  }
}

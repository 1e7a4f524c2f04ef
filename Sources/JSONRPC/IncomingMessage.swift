public import Storage

/// A message of JSON-RPC 2.0, as what it is.
public enum IncomingMessage {
  /// It is to be answered.
  case request(RequestID, method: String, parameters: [String: JSONTree])

  /// It is not.
  case notification(method: String, parameters: [String: JSONTree])

  /// An answer to what we asked; `result` is nil where it is an error.
  case answer(RequestID, result: JSONTree?)

  /// What is none of these: the fault, and the request that it is about, where that can be told.
  case fault(ProtocolFault, RequestID?)

  /// Reads the bytes of one; nil for nothing but blanks.
  public init?(_ line: [UInt8]) {
    guard line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) else { return nil }
    guard let tree = Self.tree(line) else {
      self = .fault(ProtocolFault(.unparsable, "This is no JSON, or no UTF-8."), nil)
      return
    }
    self = Self.message(tree)
  }

  private static func message(_ tree: JSONTree) -> IncomingMessage {
    guard case .object(let members) = tree else {
      return .fault(ProtocolFault(.invalidRequest, "One object is taken at a time, and no batches."), nil)
    }
    let id = members["id"].flatMap { RequestID($0) }
    func invalid(_ words: String) -> IncomingMessage { .fault(ProtocolFault(.invalidRequest, words), id) }
    guard members["jsonrpc"] == .text("2.0") else { return invalid("`jsonrpc` must be \"2.0\".") }
    guard let given = members["method"] else {
      guard let id, members["result"] != nil || members["error"] != nil else {
        return invalid("There is neither a method nor an answer.")
      }
      return .answer(id, result: members["error"] == nil ? members["result"] : nil)
    }
    guard case .text(let method) = given else { return invalid("`method` must be a string.") }
    if members["id"] != nil, id == nil { return invalid("`id` must be a string or a whole number.") }
    var parameters: [String: JSONTree] = [:]
    switch members["params"] {
    // `null` stands for no parameters, though JSON-RPC has no such value: some clients send it.
    case nil, .nothing?: break
    case .object(let given)?: parameters = given
    default:
      // Nobody is told of a notification that is wrong.
      guard let id else { return .notification(method: method, parameters: [:]) }
      return .fault(ProtocolFault(.invalidParameters, "`params` must be an object."), id)
    }
    guard let id else { return .notification(method: method, parameters: parameters) }
    return .request(id, method: method, parameters: parameters)
  }

  /// The value; nil where it is no JSON.
  private static func tree(_ line: [UInt8]) -> JSONTree? {
    guard JSONFault(in: line) == nil, String(validating: line, as: UTF8.self) != nil else { return nil }
    // Texts that were cut in the middle of a character come with half of it, which no decoder takes.
    return (try? JSONText.decode(JSONTree.self, from: line))
      ?? (try? JSONText.decode(JSONTree.self, from: LoneSurrogates.replaced(in: line)))
  }
}

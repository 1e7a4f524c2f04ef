import Storage

/// Why a request cannot be answered: an error of JSON-RPC 2.0, or of the protocol above it.
struct ProtocolFault: Error {
  var code: Code
  var message: String
  var data: JSONTree?

  enum Code: Int64 {
    case unparsable = -32700
    case invalidRequest = -32600
    case unknownMethod = -32601
    case invalidParameters = -32602
    case internalError = -32603

    /// Of the revisions with a handshake alone.
    case noSuchResource = -32002

    /// Of the revision without one alone.
    case unsupportedRevision = -32022
  }

  init(_ code: Code, _ message: String, data: JSONTree? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// The whole message; `id` is nil where it is not known what was asked.
  func response(to id: RequestID?) -> JSONTree {
    var error: [String: JSONTree] = ["code": .whole(code.rawValue), "message": .text(message)]
    error["data"] = data
    return .object(["jsonrpc": .text("2.0"), "id": id?.value ?? .nothing, "error": .object(error)])
  }
}

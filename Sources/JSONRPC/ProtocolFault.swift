public import Storage

/// Why a request cannot be answered: an error of JSON-RPC 2.0, or of the protocol above it.
///
/// https://www.jsonrpc.org/specification#error_object
public struct ProtocolFault: Error {
  /// What kind of error.
  public var code: Code

  /// What is wrong, in a sentence.
  public var message: String

  /// What programs may want to know beyond that.
  public var data: JSONTree?

  /// The number of an error; protocols add their own.
  public struct Code: RawRepresentable, Sendable, Equatable {
    /// The number.
    public let rawValue: Int64

    /// The code of that number.
    public init(rawValue: Int64) {
      self.rawValue = rawValue
    }

    /// It is no JSON.
    public static let unparsable = Code(rawValue: -32700)

    /// It is no request.
    public static let invalidRequest = Code(rawValue: -32600)

    /// There is no such method.
    public static let unknownMethod = Code(rawValue: -32601)

    /// Its parameters are not as they must be.
    public static let invalidParameters = Code(rawValue: -32602)

    /// The fault is ours, or the system's.
    public static let internalError = Code(rawValue: -32603)
  }

  /// A fault from its parts.
  public init(_ code: Code, _ message: String, data: JSONTree? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// The whole message; `id` is nil where it is not known what was asked.
  public func response(to id: RequestID?) -> JSONTree {
    var error: [String: JSONTree] = ["code": .whole(code.rawValue), "message": .text(message)]
    error["data"] = data
    return .object(["jsonrpc": .text("2.0"), "id": id?.value ?? .nothing, "error": .object(error)])
  }
}

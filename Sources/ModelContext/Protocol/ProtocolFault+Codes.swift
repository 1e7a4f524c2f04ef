import JSONRPC

extension ProtocolFault.Code {
  /// Of the revisions with a handshake alone.
  static let noSuchResource = Self(rawValue: -32002)

  /// Of the revision without one alone.
  static let unsupportedRevision = Self(rawValue: -32022)
}

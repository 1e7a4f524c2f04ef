import JSONRPC

extension ProtocolFault.Code {
  /// There was no `initialize` yet.
  static let notInitialized = Self(rawValue: -32002)

  /// The client no longer wants the answer.
  static let cancelled = Self(rawValue: -32800)
}

/// The input half of one operation: declared once, read by every face.
public protocol Operation: ParsableArguments {
  /// The operation's name and what people are told of it.
  static var configuration: OperationConfiguration { get }
}

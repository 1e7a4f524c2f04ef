/// A document of Atlassian Document Format.
public struct ADFDocument: Sendable, Equatable {
  /// Its blocks.
  public var blocks: [ADFBlock]

  /// It as JSON on one line, keys sorted: equal documents give equal bytes.
  public var json: [UInt8] {
    var writer = ADFWriter()
    write(to: &writer)
    return writer.finish()
  }
}

/// Bytes from elsewhere as text that is safe to print: nothing in it moves the cursor or hides a letter.
///
/// Controls, bidirectional overrides and invisible characters appear as `\x1B` or `\u{202E}`, and so do
/// bytes that are no UTF-8. Letters of any script stay as they are.
public struct Sanitized: Sendable, CustomStringConvertible {
  /// White space that may stay.
  public enum Whitespace: Sendable, Equatable {
    /// None but the space.
    case spaces
    /// Line feeds and tabs too.
    case newlinesAndTabs
  }

  /// The printable text.
  public let description: String

  /// Makes the bytes printable, and cuts the text to so many Unicode scalars, the last of them "…".
  public init(_ bytes: some Sequence<UInt8>, keeping whitespace: Whitespace = .spaces, limit: Int? = nil) {
    let bytes = Array(bytes)
    var text = PrintableText(keepsLines: whitespace == .newlinesAndTabs, limit: max(1, limit ?? .max))
    var source = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var position = 0
    scan: while !text.isFull {
      switch parser.parseScalar(from: &source) {
      case .valid(let encoded):
        text.append(Unicode.UTF8.decode(encoded))
        position += encoded.count
      case .error(let length):
        for byte in bytes[position..<position + length] { text.append(strayByte: byte) }
        position += length
      case .emptyInput: break scan
      }
    }
    description = text.finished
  }

  /// Makes a string printable, and cuts it likewise.
  public init(_ text: String, keeping whitespace: Whitespace = .spaces, limit: Int? = nil) {
    // Nearly all texts are printed as they are.
    if let columns = text[...].plainColumns, columns <= limit ?? .max {
      self.init(printable: text)
    } else {
      self.init(text.utf8, keeping: whitespace, limit: limit)
    }
  }

  private init(printable text: String) { description = text }
}

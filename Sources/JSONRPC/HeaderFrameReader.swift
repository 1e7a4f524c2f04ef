public import Subprocess

/// Reads messages behind a header that says how long they are, as the Language Server Protocol has them.
///
/// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
public struct HeaderFrameReader {
  private var source: DescriptorReader
  private let limit: Int
  private var buffer: [UInt8] = []

  /// Where what is not handed out yet begins.
  private var start = 0

  /// No header is as long as that.
  private static let longestHeader = 16_384

  private static let name = Array("content-length:".utf8)

  /// Reads from a descriptor until an interrupt comes.
  public init(descriptor: Int32, interrupts: [Interrupt], limit: Int = Frame.limit) {
    source = DescriptorReader(descriptor: descriptor, interrupts: interrupts)
    self.limit = limit
  }

  /// From now on this ends the reading, too.
  public mutating func end(with interrupt: Interrupt) { source.interrupts.append(interrupt) }

  /// The next message; what is cut short by the end is none.
  public mutating func next() -> Frame {
    while true {
      switch readHeader() {
      case .length(let length): return body(of: length)
      case .fault(let words): return .malformed(words)
      case .incomplete:
        buffer.removeSubrange(..<start)
        start = 0
        guard source.readSome(into: &buffer) else { return .end }
      }
    }
  }

  private enum Header {
    case length(Int)
    case fault(String)
    case incomplete
  }

  /// Takes the header that begins the buffer, or what stands in its place.
  private mutating func readHeader() -> Header {
    var place = start
    var length: Int?
    while let end = buffer[place...].firstIndex(of: UInt8(ascii: "\n")) {
      var line = buffer[place..<end]
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      let isLength = Self.isLength(line)
      if line.isEmpty, place == start {
        // An empty line before a header belongs to nothing.
        start = end + 1
      } else if line.isEmpty {
        start = end + 1
        return length.map { .length($0) } ?? .fault("A header without Content-Length.")
      } else if isLength {
        guard let number = Self.number(line.dropFirst(Self.name.count)) else {
          start = end + 1
          return .fault("Content-Length is no number.")
        }
        length = number
      } else if !Self.isField(line) {
        // Garbage is passed over up to where a header may begin.
        start = Self.lastLength(in: line) ?? end + 1
        return .fault("Bytes that are no header.")
      }
      place = end + 1
    }
    guard buffer.count - start > Self.longestHeader else { return .incomplete }
    start = buffer.count
    return .fault("A header that does not end.")
  }

  /// Whether the line says how long the message is.
  private static func isLength(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= name.count && zip(line, name).allSatisfy { ($0 | 0x20) == ($1 | 0x20) }
  }

  /// Where in a line that is no field a header begins that was glued to it; nil where none does.
  private static func lastLength(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.dropFirst().last { isLength(line[$0...]) }
  }

  /// Whether a line is a name, a colon and a value.
  private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.prefix { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0 | 0x20) }
    return !name.isEmpty && line.dropFirst(name.count).first == UInt8(ascii: ":")
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.filter { $0 != 0x20 && $0 != 0x09 }
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// The message behind the header.
  private mutating func body(of length: Int) -> Frame {
    if length > limit { return passOver(length) }
    while buffer.count - start < length {
      buffer.removeSubrange(..<start)
      start = 0
      guard source.readSome(into: &buffer) else { return .end }
    }
    defer { start += length }
    return .message(Array(buffer[start..<start + length]))
  }

  private mutating func passOver(_ length: Int) -> Frame {
    var left = length
    while true {
      let here = min(left, buffer.count - start)
      left -= here
      start += here
      if left == 0 { return .tooLong }
      buffer = []
      start = 0
      guard source.readSome(into: &buffer) else { return .end }
    }
  }
}

/// What comes in of an answer.
final class Reception {
  /// Whether the connection stands and the request is being sent.
  var isSending = false

  /// The body so far.
  private(set) var body: [UInt8] = []

  /// The headers of the last answer, names in small letters: "100 Continue" and the like come before it.
  private(set) var headers: [(name: String, value: String)] = []

  /// Whether the headers have come to their end.
  private(set) var isHeadWhole = false

  /// Whether more came than is taken.
  private(set) var isTooLong = false

  private let limit: Int
  private var headerBytes = 0

  /// How much is taken of the headers, in bytes.
  private static let headerLimit = 256 << 10

  init(limit: Int) {
    self.limit = limit
  }

  /// The reception that libcurl was given.
  static func at(_ context: UnsafeMutableRawPointer?) -> Reception {
    guard let context else { preconditionFailure("libcurl hands back what it was given.") }
    return Unmanaged<Reception>.fromOpaque(context).takeUnretainedValue()
  }

  /// Takes a piece of the body; what is not taken whole ends the transfer.
  func take(body bytes: UnsafeRawBufferPointer) -> Int {
    guard bytes.count <= limit - body.count else {
      isTooLong = true
      return 0
    }
    body += bytes
    return bytes.count
  }

  /// Takes a line of the headers.
  func take(header bytes: UnsafeRawBufferPointer) -> Int {
    headerBytes += bytes.count
    guard headerBytes <= Self.headerLimit else {
      isTooLong = true
      return 0
    }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      headers = []
      isHeadWhole = false
    } else if line.allSatisfy(\.isNewline) {
      isHeadWhole = true
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
      headers.append(
        (line[..<colon].lowercased(), String(value.reversed().drop { $0.isWhitespace }.reversed())))
    }
    return bytes.count
  }
}

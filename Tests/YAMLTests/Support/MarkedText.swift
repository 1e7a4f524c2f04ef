/// A text in which `1️⃣` marks a place.
struct MarkedText {
  static let marker = Array("1️⃣".utf8)

  /// The text without its marker.
  let text: String

  /// Where the marker was, in bytes.
  let offset: Int?

  init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let starts = bytes.indices.filter { bytes[$0...].starts(with: Self.marker) }
    offset = starts.first
    let parts =
      bytes[..<(offset ?? bytes.count)] + bytes.dropFirst((offset ?? bytes.count) + Self.marker.count)
    text = String(decoding: parts, as: UTF8.self)
  }
}

/// Tickets and pull requests that a record names, where the project's settings say where they are.
///
/// A ticket is one of the record's own project: `UTF-8` is none.
struct RecordReferences {
  /// A name, and where it leads.
  struct Reference {
    var range: Range<Int>
    var url: String
  }

  private let issues: (prefix: [UInt8], url: String)?
  private let pullRequestURL: String?

  init(key: String, _ options: RenderingOptions) {
    pullRequestURL = options.pullRequestURL
    issues = options.issueURL.flatMap { url in
      guard let end = key.utf8.lastIndex(of: UInt8(ascii: "-")), end > key.startIndex else { return nil }
      return (Array(key.utf8[...end]), url.utf8.last == UInt8(ascii: "/") ? String(url.dropLast()) : url)
    }
  }

  /// Whether there is nothing to be found, for nobody said where anything is.
  var areNone: Bool { issues == nil && pullRequestURL == nil }

  /// The references in the bytes of some words, as they follow.
  func found(in bytes: [UInt8]) -> [Reference] {
    var references: [Reference] = []
    var place = 0
    while place < bytes.count {
      guard let (end, url) = reference(at: place, in: bytes) else {
        place += 1
        continue
      }
      references.append(Reference(range: place..<end, url: url))
      place = end
    }
    return references
  }

  /// Where the reference that begins there ends, and where it leads.
  private func reference(at place: Int, in bytes: [UInt8]) -> (end: Int, url: String)? {
    if place > 0, Self.isWord(bytes[place - 1]) { return nil }
    if let issues, bytes[place...].starts(with: issues.prefix) {
      guard let end = Self.endOfNumber(from: place + issues.prefix.count, in: bytes) else { return nil }
      return (end, "\(issues.url)/browse/\(String(decoding: bytes[place..<end], as: UTF8.self))")
    }
    if let pullRequestURL, bytes[place] == UInt8(ascii: "#") {
      guard let end = Self.endOfNumber(from: place + 1, in: bytes) else { return nil }
      let number = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
      return (end, pullRequestURL.replacing("{number}", with: number))
    }
    return nil
  }

  private static func endOfNumber(from start: Int, in bytes: [UInt8]) -> Int? {
    let end = bytes[start...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
    return end > start && (end == bytes.count || !isWord(bytes[end])) ? end : nil
  }

  /// Whether a reference next to such a byte would be a part of a longer word or path.
  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(ASCII.lowercased(byte)) || byte >= 0x80
      || "_-/#".utf8.contains(byte)
  }
}

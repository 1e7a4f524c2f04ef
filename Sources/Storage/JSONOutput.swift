/// JSON as it grows, byte by byte.
///
/// Most of a rendering, and of an answer to an editor, is spent here. It grows in memory of its own, which nobody else can
/// hold: an array would look for others who do with every byte. The calls that reach into that memory are marked.
@safe public final class JSONOutput {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private var count = 0

  /// Nothing yet.
  public init() {
    // Most renderings are longer: what is short at first is copied again and again.
    capacity = 1 << 14
    unsafe memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit {
    unsafe memory.deallocate()
  }

  /// What was written.
  public var bytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, written in
      unsafe UnsafeMutableRawBufferPointer(bytes).copyMemory(
        from: UnsafeRawBufferPointer(start: memory, count: count))
      written = count
    }
  }

  /// Writes JSON as it is.
  public func put(_ json: StaticString) {
    let length = json.utf8CodeUnitCount
    reserve(length)
    unsafe (memory + count).copyMemory(from: json.utf8Start, byteCount: length)
    count += length
  }

  /// Writes a whole number.
  public func put(_ number: Int) { put(plain: String(number)) }

  /// Writes a text as it is.
  func put(plain text: String) {
    var text = text
    text.withUTF8 { text in unsafe put(UnsafeRawBufferPointer(text)) }
  }

  /// Parts an element of an array from the one before it: only the first one stands behind the bracket.
  public func separate() {
    let isFirst =
      count > 0 && (unsafe memory.load(fromByteOffset: count - 1, as: UInt8.self)) == UInt8(ascii: "[")
    if !isFirst { put(UInt8(ascii: ",")) }
  }

  /// Writes a text as a string of JSON; what JSON allows as it is stays as it is.
  public func quote(_ text: String) {
    put(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in unsafe escape(UnsafeRawBufferPointer(text)) }
    put(UInt8(ascii: "\""))
  }

  /// Writes a text of UTF-8 as a string of JSON.
  public func quote(_ text: ArraySlice<UInt8>) {
    put(UInt8(ascii: "\""))
    unsafe text.withUnsafeBytes { text in unsafe escape(text) }
    put(UInt8(ascii: "\""))
  }

  /// Writes a part of what stands in a string of JSON.
  public func escape(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBytes { text in unsafe escape(text) }
  }

  private func escape(_ text: UnsafeRawBufferPointer) {
    // Room for all of it, as long as nothing has to be escaped.
    reserve(text.count)
    var start = 0
    var place = 0
    while place < text.count {
      // Eight bytes at once; the last of a text together with some before them, which need no escape any more.
      let window = min(place, max(start, text.count - 8))
      if window + 8 <= text.count {
        let found = unsafe Self.escaped(text.loadUnaligned(fromByteOffset: window, as: UInt64.self))
        place = window + found.trailingZeroBitCount / 8
        if found == 0 { continue }
      } else if unsafe !Self.isEscaped(text[place]) {
        place += 1
        continue
      }
      unsafe put(UnsafeRawBufferPointer(rebasing: text[start..<place]))
      unsafe escape(text[place])
      place += 1
      start = place
    }
    unsafe put(UnsafeRawBufferPointer(rebasing: text[start...]))
  }

  private func put(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    unsafe (memory + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  private func put(_ byte: UInt8) {
    reserve(1)
    unsafe memory.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Sees to it that there is room for so many bytes more.
  @inline(__always) private func reserve(_ more: Int) {
    if capacity - count < more { grow(more) }
  }

  @inline(never) private func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    unsafe larger.copyMemory(from: memory, byteCount: count)
    unsafe memory.deallocate()
    unsafe memory = larger
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The highest bit of the first of eight bytes that has to be escaped, and some beyond it; 0 where there is none.
  ///
  /// Source of the arithmetic: S. E. Anderson, Bit Twiddling Hacks, “Determine if a word has a byte less than n”.
  private static func escaped(_ word: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let word = UInt64(littleEndian: word)
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- ones &* 0x20) & ~word
    let found = controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
    return found & highs
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put("\\\"")
    case UInt8(ascii: "\\"): put("\\\\")
    case 0x0A: put("\\n")
    case 0x0D: put("\\r")
    case 0x09: put("\\t")
    case 0x08: put("\\b")
    case 0x0C: put("\\f")
    default:
      put(byte < 0x10 ? "\\u000" : "\\u001")
      put("0123456789abcdef".utf8.dropFirst(Int(byte & 15)).first ?? UInt8(ascii: "0"))
    }
  }
}

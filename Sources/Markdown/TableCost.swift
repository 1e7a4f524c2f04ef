/// How much it costs the library to look for tables in a text.
///
/// For every line that might stand below a table's header it goes through the whole paragraph above, keeping what it
/// made of it, and for a row of many cells through all of them again and again: 32 KB can take a gigabyte. To a row that
/// is shorter than its header it adds the cells that are missing: so can 100 KB.
struct TableCost {
  /// The most bars in a line.
  static let maximumBars = 1_000

  /// The most bytes of memory, more or less.
  static let maximumBytes = 1 << 27

  /// What each cell takes, beside its text.
  private static let cell = 256

  /// Whether tables can be looked for in reasonable time; in any text that people write they can.
  private(set) var isBearable = true

  /// What the lines of the paragraph take each time.
  private var paragraph = 0

  /// The most bars of a delimiter row so far: so many cells each row below it gets.
  private var columns = 0

  private var bytes = 0

  init(of source: [UInt8]) {
    var line = 0..<0
    while line.upperBound < source.count, isBearable {
      let end = source[line.upperBound...].firstIndex(where: Byte.isLineEnd) ?? source.count
      line = line.upperBound..<min(source.count, end + 1)
      add(source[line])
    }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var bars = 0
    var hasDash = false
    var isDelimiter = true
    var isBlank = true
    for byte in line {
      switch byte {
      case Byte.bar: bars += 1
      case UInt8(ascii: "-"): hasDash = true
      case Byte.colon: break
      case _ where Byte.isMark(byte) || Byte.isBlank(byte): continue
      default: isDelimiter = false
      }
      isBlank = false
    }
    if isBlank {
      paragraph = 0
      columns = 0
    }
    bytes += Self.cell * max(0, columns - bars)
    if isDelimiter, hasDash {
      bytes += paragraph
      columns = max(columns, bars)
    }
    paragraph += line.count + Self.cell * (bars + 1)
    isBearable = bars <= Self.maximumBars && bytes <= Self.maximumBytes
  }
}

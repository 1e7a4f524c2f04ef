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

  init(of source: [UInt8], lines: LineIndex) {
    source.withUnsafeBufferPointer { text in
      let bars = Self.bars(in: text)
      // What people write is far below the bounds, whatever its lines are.
      let paragraph = text.count + Self.cell * (bars + lines.count)
      if bars <= Self.maximumBars, lines.count * (paragraph + Self.cell * bars) <= Self.maximumBytes {
        return
      }
      for number in 1...lines.count where isBearable {
        add(UnsafeBufferPointer(rebasing: text[lines.range(ofLine: number)]))
      }
    }
  }

  /// How many bars there are; past the most there may be in a line they are not counted.
  private static func bars(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(bytes)
    var (bars, next) = (0, 0)
    while bars <= maximumBars, let bar = bytes.firstIndex(of: Byte.bar, from: next) {
      bars += 1
      next = bar + 1
    }
    return bars
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    let bars = Self.bars(in: line)
    let kind = Kind(of: line)
    if kind == .blank {
      paragraph = 0
      columns = 0
    }
    bytes += Self.cell * max(0, columns - bars)
    if kind == .delimiter {
      bytes += paragraph
      columns = max(columns, bars)
    }
    paragraph += line.count + Self.cell * (bars + 1)
    isBearable = bars <= Self.maximumBars && bytes <= Self.maximumBytes
  }

  /// What a line may be to a table.
  private enum Kind {
    case blank, delimiter, other

    /// Most lines are known for what they are by their first letter.
    init(of line: UnsafeBufferPointer<UInt8>) {
      self = .blank
      var hasDash = false
      for byte in line where !Byte.isMark(byte) && !Byte.isBlank(byte) {
        switch byte {
        case UInt8(ascii: "-"): hasDash = true
        case Byte.bar, Byte.colon: break
        default:
          self = .other
          return
        }
        self = hasDash ? .delimiter : .other
      }
    }
  }
}

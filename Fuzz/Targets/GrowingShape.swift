#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A text that can be made as long as one likes, by repeating a part of it.
public struct GrowingShape: Sendable, CustomStringConvertible {
  /// What comes first.
  public var opening: String

  /// What is repeated; `{}` in it stands for a number that counts up.
  public var unit: String

  /// What comes last.
  public var closing: String

  /// A shape from its parts.
  public init(_ unit: String, after opening: String = "", before closing: String = "") {
    self.opening = opening
    self.unit = unit
    self.closing = closing
  }

  /// Its parts as source code would write them.
  public var description: String {
    [opening, unit, closing].filter { !$0.isEmpty }.map(\.debugDescription).joined(separator: " ")
  }

  /// The text, about `size` bytes long.
  public func bytes(_ size: Int) -> [UInt8] {
    var bytes = Array(opening.utf8)
    let pieces = parts
    var number = 0
    while bytes.count < size {
      bytes += pieces.joined(separator: Array("\(number)".utf8))
      number += 1
    }
    return bytes + Array(closing.utf8)
  }

  private var parts: [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var rest = Array(unit.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "{"), rest.first == UInt8(ascii: "}") {
        rest.removeFirst()
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts
  }
}

/// Whether reading takes time in proportion to the text, found by doubling it.
public struct Growth: Sendable {
  /// The lengths that are read, in bytes.
  static let sizes = [1 << 16, 1 << 17, 1 << 18, 1 << 19]

  /// The lengths that are read where those speak against the reader.
  ///
  /// Its memory may have outgrown a cache, or what the allocator keeps: that is one step, while a time that grows faster
  /// than the text goes on to do so.
  static let furtherSizes = [1 << 20, 1 << 21]

  /// What is too short a time to tell anything by, in seconds of the processor.
  static let floor = 0.1

  /// What no reading of a text of these lengths may take.
  static let ceiling = 12.0

  /// How often a text of twice, and of four times, the length may take the time: what a reader that takes quadratic
  /// time comes near to, four times and sixteen times, less what caches and noise do.
  static let slack = [3.0, 10.0]

  /// What was read.
  public let shape: GrowingShape

  /// What none of the lengths may take.
  private let ceiling: Double

  /// Seconds of the processor for each length.
  public private(set) var seconds: [Double] = []

  /// Reads the shape in all lengths.
  public init(of shape: GrowingShape, in target: some FuzzTarget) {
    self.shape = shape
    ceiling = Self.ceiling * Double(target.readings)
    for size in Self.sizes + Self.furtherSizes {
      if size > Self.sizes.last ?? 0, isLinear { break }
      let bytes = shape.bytes(size)
      let once = Self.seconds { target.read(bytes) }
      seconds.append(once > 0.3 ? once : min(once, Self.seconds { target.read(bytes) }))
      // What takes this long already is told by fewer lengths.
      if once > ceiling { break }
    }
  }

  /// Whether the time grows no faster than the text.
  public var isLinear: Bool {
    guard let last = seconds.last, last > Self.floor else { return true }
    guard last <= ceiling, seconds.count > 2 else { return false }
    return last <= Self.slack[0] * seconds[seconds.count - 2]
      || last <= Self.slack[1] * seconds[seconds.count - 3]
  }

  /// The times, for a person.
  public var line: String {
    let times = seconds.map { "\(Int($0 * 1000))" }.joined(separator: ", ")
    return "\(isLinear ? "ok  " : "OVER") \(shape): \(times) ms"
  }

  /// The seconds of this thread's processor that `body` takes: what others do on the machine does not count.
  public static func seconds(_ body: () -> Void) -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    body()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) * 1e-9
  }
}

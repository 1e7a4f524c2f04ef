import Digest
public import Storage

/// Takes in what a run prints: all of it into the digest, its beginning and end into memory for a look at what
/// they say, and on the disk as much as the limit allows.
///
/// Memory stays small however much a run prints.
public struct RunLog: ~Copyable {
  /// The longest output that is kept whole on the disk, in bytes.
  static let limit = 32 << 20

  /// How much of the beginning, and of the end, stays in memory.
  static let window = 1 << 18

  private var digest = SHA256()

  /// How much was printed, in bytes.
  public private(set) var size = 0
  private var head: [UInt8] = []
  private var tail = RingBuffer(capacity: RunLog.window)
  private let directory: String
  private let growing: String
  private var spill: OpenFile?

  /// A log that will stand in `directory`, under the name of its digest.
  ///
  /// - Parameter growing: what a long log is called while it grows; no two logs share it at one time.
  public init(in directory: String, growing: String = "growing.log") {
    self.directory = directory
    self.growing = growing
  }

  /// Adds what was printed next.
  public mutating func append(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    digest.update(bytes)
    let room = Self.window - head.count
    head += bytes.prefix(room)
    if bytes.count > room {
      let rest = bytes.dropFirst(room)
      tail.append(rest)
      let spill: OpenFile
      if let growing = self.spill { spill = growing } else { spill = try startSpill() }
      let left = Self.limit - spill.size
      if left > 0 { try spill.append(rest.prefix(left)) }
    }
    size += bytes.count
  }

  private mutating func startSpill() throws(FileError) -> OpenFile {
    let file = try OpenFile(creating: "\(directory)/\(growing)")
    try file.append(head)
    spill = file
    return file
  }

  /// What was printed; of long output the beginning and the end, with a line between them that says how much is
  /// missing there.
  public var text: [UInt8] {
    let end = tail.contents
    let gap = size - head.count - end.count
    return head + (gap > 0 ? Self.notice(of: gap) : []) + end
  }

  /// Puts the log under the name of its digest, which is returned; the same output is kept once.
  public func keep() throws(FileError) -> String {
    let name = digest.hexadecimal()
    let path = "\(directory)/\(name).log"
    if let spill {
      let missing = size - spill.size
      if missing > 0 {
        let end = tail.contents.suffix(missing)
        let gap = missing - end.count
        try spill.append((gap > 0 ? Self.notice(of: gap) : []) + end)
      }
      try spill.move(to: path)
    } else if !FileTree.isFile(path) {
      try FileTree.write(head, to: path)
    }
    return name
  }

  private static func notice(of gap: Int) -> [UInt8] {
    Array("\n[… \(gap) bytes are left out here …]\n".utf8)
  }
}

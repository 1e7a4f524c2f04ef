import Digest
public import Masking
public import Storage

/// Takes in what a run prints: its beginning and end into memory as they came, for a look at what they say, and on the
/// disk, with secrets masked, as much as the limit allows.
///
/// Memory stays small however much a run prints.
public struct RunLog: ~Copyable {
  /// The longest output that is kept whole on the disk, in bytes.
  static let limit = 32 << 20

  /// How much of the beginning, and of the end, stays in memory.
  static let window = 1 << 18

  /// Of the bytes that are kept.
  private var digest = SHA256()
  private var raw = OutputWindow()
  private var kept = OutputWindow()
  private var masking: MaskedStream?
  private let directory: String
  private let growing: String
  private var spill: OpenFile?

  /// A log that will stand in `directory`, under the name of its digest.
  ///
  /// - Parameters:
  ///   - growing: what a long log is called while it grows; no two logs share it at one time.
  ///   - masker: masks what is kept; what stays in memory for a look is as it came.
  public init(in directory: String, growing: String = "growing.log", masker: Masker? = nil) {
    self.directory = directory
    self.growing = growing
    masking = masker?.stream()
  }

  /// Adds what was printed next.
  public mutating func append(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    raw.append(bytes)
    if let masked = masking?.feed(bytes) { try store(masked[...]) } else { try store(bytes) }
  }

  private mutating func store(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    let room = Self.window - kept.head.count
    digest.update(bytes.prefix(max(0, Self.limit - kept.size)))
    kept.append(bytes)
    guard bytes.count > room else { return }
    let spill: OpenFile
    if let growing = self.spill { spill = growing } else { spill = try startSpill() }
    let left = Self.limit - spill.size
    if left > 0 { try spill.append(bytes.dropFirst(room).prefix(left)) }
  }

  private mutating func startSpill() throws(FileError) -> OpenFile {
    let file = try OpenFile(creating: "\(directory)/\(growing)")
    try file.append(kept.head)
    spill = file
    return file
  }

  /// How much was printed, in bytes.
  public var size: Int { raw.size }

  /// What was printed, as it came; of long output the beginning and the end, with a line between them that says how
  /// much is missing there.
  public var text: [UInt8] { raw.text }

  /// The same of what is kept: with secrets masked, once the run has ended.
  public mutating func keptText() throws(FileError) -> [UInt8] {
    try finish()
    return kept.text
  }

  /// How much is kept, in bytes, with what is left out.
  public var keptSize: Int { kept.size }

  /// The secrets that were masked.
  public var secrets: [MaskedSecret] { masking?.secrets ?? [] }

  /// Ends the output: what was held back to be masked is taken in.
  public mutating func finish() throws(FileError) {
    if let rest = masking?.finish(), !rest.isEmpty { try store(rest[...]) }
  }

  /// Puts the log under the name of its digest, which is returned; the same output is kept once.
  public mutating func keep() throws(FileError) -> String {
    try finish()
    guard let spill else {
      let name = digest.hexadecimal()
      let path = "\(directory)/\(name).log"
      if !FileTree.isFile(path) { try FileTree.write(kept.head, to: path) }
      return name
    }
    let missing = kept.size - spill.size
    if missing > 0 {
      let end = kept.tail.contents.suffix(missing)
      let gap = missing - end.count
      let rest = (gap > 0 ? OutputWindow.notice(of: gap) : []) + end
      digest.update(rest)
      try spill.append(rest)
    }
    let name = digest.hexadecimal()
    try spill.move(to: "\(directory)/\(name).log")
    return name
  }
}

/// Tells what a command printed on a machine elsewhere from what its launcher printed around it.
struct JobOutput {
  /// What the lines of the script say.
  enum Line: Sendable, Equatable {
    /// The command begins, on this machine.
    case begin(node: String)
    /// It ended with this status.
    case end(status: Int32)
    /// It was ended after its time limit.
    case timeout
    /// This machine does not see the tree.
    case unseen(node: String)
    /// This machine has not the shell.
    case shellMissing(node: String)
  }

  private let mark: [UInt8]

  /// What may be the beginning of a line of the script.
  private var held: [UInt8] = []
  private var isBegun = false
  private var isOver = false

  /// The last of what the launcher printed.
  private(set) var noise: [UInt8] = []

  private static let noiseLimit = 1 << 14

  init(mark: String) {
    self.mark = Array("\n\(mark) ".utf8)
  }

  /// Takes in what came next on standard output.
  ///
  /// - Parameters:
  ///   - say: is told what the lines say, in their order.
  ///   - print: gets what the command printed.
  mutating func feed(
    _ bytes: ArraySlice<UInt8>, say: (Line) throws -> Void, print: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    held += bytes
    while true {
      guard let start = held.firstRange(of: mark)?.lowerBound else {
        // The end may be the beginning of a mark.
        let keep = (1..<mark.count).reversed().first {
          held.count >= $0 && held.suffix($0).elementsEqual(mark.prefix($0))
        }
        try pass(held.dropLast(keep ?? 0), print)
        held = Array(held.suffix(keep ?? 0))
        return
      }
      let rest = held[(start + mark.count)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        try pass(held[..<start], print)
        held = Array(held[start...])
        return
      }
      try pass(held[..<start], print)
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      held = Array(held[(end + 1)...])
      guard let line = Self.line(words) else { continue }
      if case .begin = line { isBegun = true } else { isOver = true }
      try say(line)
    }
  }

  /// Takes in what the launcher printed on standard error.
  mutating func feedError(_ bytes: ArraySlice<UInt8>) { noise = (noise + bytes).suffix(Self.noiseLimit) }

  private mutating func pass(_ bytes: ArraySlice<UInt8>, _ print: (ArraySlice<UInt8>) throws -> Void) throws {
    guard !bytes.isEmpty else { return }
    if isBegun, !isOver { try print(bytes) } else { feedError(bytes) }
  }

  private static func line(_ words: [Substring]) -> Line? {
    switch (words.first, words.dropFirst().first) {
    case ("begin"?, let node?): .begin(node: String(node))
    case ("end"?, let status?): Int32(status).map { .end(status: $0) }
    case ("timeout"?, nil): .timeout
    case ("unseen"?, let node?): .unseen(node: String(node))
    case ("shell-missing"?, let node?): .shellMissing(node: String(node))
    default: nil
    }
  }
}

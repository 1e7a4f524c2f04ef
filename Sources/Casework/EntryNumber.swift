import Storage

/// The one thing that a line of every version has.
public struct EntryNumber: Decodable {
  /// Past it JSON keeps no number exactly, and counting on would come to an end: such a number is none of ours.
  static let limit = 1 << 53

  private var number: Int

  /// The greatest number in some lines, of entries that this version does not know too; 0 where there is none.
  public static func last(in lines: [ArraySlice<UInt8>]) -> Int {
    lines.compactMap { try? JSONText.decode(Self.self, from: Array($0)).number }.filter {
      (1..<limit).contains($0)
    }.max()
      ?? 0
  }
}

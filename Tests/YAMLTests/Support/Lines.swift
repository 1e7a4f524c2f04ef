/// What two versions of a text have in common.
struct SharedLines {
  /// Lines of the old text that the new one has unchanged at its beginning and at its end.
  let before: Int
  let after: Int

  /// How many lines the old text has.
  let total: Int

  init(old: [UInt8], new: [UInt8]) {
    let old = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let new = new.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    before = zip(old, new).prefix { $0 == $1 }.count
    after = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    total = old.count
  }
}

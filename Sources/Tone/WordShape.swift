/// How a word is written.
struct WordShape: OptionSet {
  let rawValue: UInt8

  /// It is a number.
  static let digits = WordShape(rawValue: 1)

  /// It has capitals, or an apostrophe that is not the plain one.
  static let folded = WordShape(rawValue: 2)

  /// It is written as names of files, variables and addresses are.
  static let technical = WordShape(rawValue: 4)
}

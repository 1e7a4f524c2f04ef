/// How long text is as Jira and GitHub count it: in units of UTF-16.
enum UTF16Length {
  /// The length of valid UTF-8: a unit for each character, two for those beyond the first plane.
  static func of(_ text: some Sequence<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
  }
}

/// How deep a page nests: many readers of markup refuse, or draw wrong, what nests without end.
enum PageDepth {
  /// Lists and quotations stand in each other up to here.
  static let greatest = 40

  /// A list or a quotation that is too deep to be one: its blocks stand where it would.
  enum Flat {
    /// A list, and the number of its next item where it has numbers.
    case list(next: Int?)
    case quote
  }
}

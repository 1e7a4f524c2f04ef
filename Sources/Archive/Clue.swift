/// Something that a trace, a change or a question names, by which a record may be met.
struct Clue: Sendable {
  /// What it is.
  enum Kind: Int, Sendable {
    /// A name of the code.
    case identifier = 0

    /// A file.
    case file = 1

    /// A message of a failure, masked.
    case message = 2

    /// A commit, by its first ten digits.
    case commit = 3
  }

  /// What it is.
  var kind: Kind

  /// As the index has it: of a file its last part, of a message its masked text.
  var name: String

  /// As it is told of: `src/queue.c`.
  var text: String

  /// What names it: “frame 2”, “the change of src/queue.c”.
  var source: String

  /// What it counts in a record that alone has it.
  var weight: Double

  /// Those that stand together, as the function and the file of a frame.
  var group: Int

  /// Whether it counts only beside another of its group: a plain word such as `run` says nothing alone.
  var needsCompany = false
}

/// What a record names, as the index takes it in.
struct NamedThing: Hashable {
  var kind: Clue.Kind
  var name: String

  /// Of a file its whole path, as the record has it; of others empty.
  var whole = ""

  /// The number of the section that names it, as `NamedThings` has it.
  var section: Int

  /// The line that does, from 1.
  var line: Int
}

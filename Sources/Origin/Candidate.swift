import Repository

/// A commit that may have introduced the bug, with what speaks for it.
struct Candidate {
  /// The commit; nil as long as only its identifier is known.
  var head: CommitHead?

  /// How much of what the fix removes it last touched, by the weights of the lines.
  var removedWeight = 0.0

  /// How many of the lines that the fix removes it last touched.
  var removedLines = 0

  /// How many of these are code.
  var removedCodeLines = 0

  /// A condition among them.
  var condition: [UInt8]?

  /// How many of the lines next to a change it last touched.
  var adjacentLines = 0

  /// How many of the lines of the changed functions it last touched.
  var functionLines = 0

  /// Its place among the last changes of a file of the fix, from 0, and that file.
  var history: (place: Int, path: TreePath)?

  /// How many files it changes.
  var fileCount = 0

  /// Which files of the fix it changes.
  var sharedFiles = 0

  /// Whether a file of the fix begins with it.
  var createsFile = false

  /// Identifiers of the fix that it adds, and those that it removes.
  var addedIdentifiers: Set<UInt64> = []
  var removedIdentifiers: Set<UInt64> = []

  /// Whether what it did to the files of the fix was read.
  var isDiffRead = false

  /// How many lines of code that the fix removes it added, word for word.
  var undoneLines = 0

  /// A line of code that it removed and the fix adds.
  var restoredLine: [UInt8]?

  /// Whether it changes a function that the fix changes.
  var changesFunction = false

  /// How many lines of the files of the fix it changes.
  var changedLines = 0
}

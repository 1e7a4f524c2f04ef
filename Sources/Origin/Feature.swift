/// What is weighed of a candidate: each a number between 0 and 1.
public enum Feature: String, Sendable, Codable, CaseIterable {
  /// It last touched a line that the fix removes.
  case removedAny
  /// Its share of what the fix removes, by the weights of the lines.
  case removedShare
  /// It has the greatest such share.
  case removedMost
  /// It is the newest of those that last touched a line of code that the fix removes.
  case removedNewest
  /// It last touched a line next to a change.
  case adjacentAny
  /// Its share of these lines.
  case adjacentShare
  /// It last touched a line of a function that changes.
  case functionAny
  /// Its share of these lines.
  case functionShare
  /// It is the newest of those that last touched one.
  case functionNewest
  /// It is the newest of those that last touched a removed or an adjacent line.
  case nearNewest
  /// The logarithm of its age.
  case age
  /// How new it is among the candidates.
  case recency
  /// How near the fix it stands in the history of a file that the fix changes.
  case history
  /// It adds identifiers that the fix changes, the rarer the more.
  case identifiersAdded
  /// It removes identifiers that the fix changes and does not add them.
  case identifiersRemoved
  /// It adds identifiers on lines that the fix removes.
  case removedIdentifiersAdded
  /// It removes identifiers on lines that the fix adds.
  case addedIdentifiersRemoved
  /// It removed a line of code that the fix adds.
  case restored
  /// The share of the removed lines of code that it added, word for word.
  case undoneShare
  /// It changes a function that the fix changes.
  case sameFunction
  /// Its author is the fix's.
  case sameAuthor
  /// The logarithm of how many files it changes.
  case fileCount
  /// The share of the fix's files that it changes.
  case sharedFiles
  /// A file of the fix begins with it.
  case createsFile
  /// Its subject shares words with the fix's, the rarer the more.
  case subjectWords
  /// Its subject says that it repairs something.
  case isRepair
  /// Its subject says that it only changes how things look or are called.
  case isCosmetic
  /// The logarithm of how many lines of the fix's files it changes.
  case changedLines
  /// It is a merge.
  case isMerge
}

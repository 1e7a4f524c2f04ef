/// Why something could not be had from git.
public enum RepositoryError: Error, Sendable, Equatable {
  /// There is no program `git` in the search path.
  case gitMissing

  /// The directory is in no repository.
  case notARepository(String)

  /// The repository belongs to somebody else, and git does not trust it (safe.directory).
  case notTrusted(String)

  /// The repository has no commit yet.
  case noCommits

  /// The text names no commit here.
  case unknownRevision(String)

  /// The commit has no parent: there is nothing before it.
  case rootCommit(ObjectID)

  /// The commit has a parent, but this clone is shallow and does not hold it.
  case parentNotInShallowClone(ObjectID)

  /// An object is missing here: a partial clone whose remote does not answer, or a broken repository.
  case objectMissing(detail: String)

  /// A submodule that is checked out here does not hold the commit that a tree wants.
  case submoduleCommitMissing(path: String, commit: ObjectID)

  /// A bare repository has no working tree to take.
  case noWorkingTree

  /// Nothing differs between the working tree and HEAD.
  case workingTreeClean

  /// The two ends are the same tree.
  case nothingChanged(before: String, after: String)

  /// The disk is full, or a quota is.
  case diskFull(detail: String)

  /// git could not write a file, and does not say why.
  case cannotWrite(detail: String)

  /// `git` failed otherwise.
  case gitFailed(arguments: [String], status: String, message: String)
}

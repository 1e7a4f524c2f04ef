import Repository

/// What the search knows of a fix beside its change.
struct FixHead {
  /// The address of who wrote it.
  let authorAddress: String

  /// When it was committed: seconds since 1970.
  let committerTime: Int

  /// The words of its subject.
  let words: SubjectWords

  init(_ head: CommitHead) {
    authorAddress = head.authorAddress
    committerTime = head.committerTime
    words = SubjectWords(head.subject)
  }
}

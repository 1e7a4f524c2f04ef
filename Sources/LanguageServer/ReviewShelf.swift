import Storage
import Subprocess
import Synchronization
import Workspace

/// The reviews of the repositories that documents stand in, each made once.
final class ReviewShelf: Sendable {
  private let environment: [String: String]
  private let interrupt: Interrupt
  private let known = Mutex<[String: LiveReview]>([:])

  init(environment: [String: String], interrupt: Interrupt) {
    self.environment = environment
    self.interrupt = interrupt
  }

  /// The review for texts in a directory.
  ///
  /// The first time git is asked where the repository is.
  func review(in directory: String) -> LiveReview {
    var place = directory
    // A file may be in a directory that is yet to be made.
    while place != "/", !FileTree.isDirectory(place) { place = Path.parent(place) }
    return known.withLock { known in
      if let review = known[place] { return review }
      let review = LiveReview(in: Workspace(directory: place, environment: environment, interrupt: interrupt))
      known[place] = review
      return review
    }
  }

  /// A directory that was in no repository may be in one by now.
  func forgetStrays() {
    known.withLock { known in known = known.filter { $0.value.root != nil } }
  }
}

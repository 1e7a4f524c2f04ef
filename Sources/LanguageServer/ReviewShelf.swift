import Storage
import Subprocess
import Synchronization
import Workspace

/// The reviews of the repositories that documents stand in, each made once.
final class ReviewShelf: Sendable {
  /// The place of a review: whoever makes it holds this one alone.
  private final class Compartment: Sendable {
    let review = Mutex<LiveReview?>(nil)
  }

  private let environment: [String: String]
  private let interrupt: Interrupt
  private let compartments = Mutex<[String: Compartment]>([:])

  init(environment: [String: String], interrupt: Interrupt) {
    self.environment = environment
    self.interrupt = interrupt
  }

  /// The review for texts in a directory.
  ///
  /// The first time git is asked where the repository is, and whoever asks for the same directory waits for that.
  func review(in directory: String) -> LiveReview {
    let place = Self.place(of: directory)
    return compartment(at: place).review.withLock { kept in
      if let kept { return kept }
      let review = LiveReview(in: Workspace(directory: place, environment: environment, interrupt: interrupt))
      kept = review
      return review
    }
  }

  /// Whether the review for texts in a directory is made, so that nobody waits for it.
  func isMade(in directory: String) -> Bool {
    compartment(at: Self.place(of: directory)).review.withLockIfAvailable { $0 != nil } == true
  }

  /// A directory that was in no repository may be in one by now.
  func forgetStrays() {
    compartments.withLock { compartments in
      compartments = compartments.filter { _, compartment in
        // What is being made is none.
        compartment.review.withLockIfAvailable { $0 == nil || $0?.root != nil } != false
      }
    }
  }

  private func compartment(at place: String) -> Compartment {
    compartments.withLock { compartments in
      if let compartment = compartments[place] { return compartment }
      let compartment = Compartment()
      compartments[place] = compartment
      return compartment
    }
  }

  /// A directory that is there: a file may be in one that is yet to be made.
  private static func place(of directory: String) -> String {
    var place = directory
    while place != "/", !FileTree.isDirectory(place) { place = Path.parent(place) }
    return place
  }
}

import Casework
import Review
import Storage

/// A project's settings for its records, and the review as they have it; read again where a file of them was written.
struct ProjectReview {
  /// Where the records stand, and more.
  let settings: ProjectSettings

  /// The review.
  let review: RecordReview

  /// Why they cannot be used; the defaults hold then.
  let fault: Failure?

  /// What was read, and how it was then.
  private let marks: [(path: String, mark: FileMark?)]

  /// The settings of the working tree at `root`; the defaults where there is none.
  init(root: String?) {
    marks = root.map { ProjectFiles(root: $0).reviewSources() }?.map { ($0, FileMark($0)) } ?? []
    guard let root else {
      (settings, review, fault) = (ProjectSettings(), RecordReview(), nil)
      return
    }
    do {
      let files = ProjectFiles(root: root)
      (settings, review, fault) = (try files.settings(), try files.review(), nil)
    } catch {
      (settings, review, fault) = (ProjectSettings(), RecordReview(), Failure(error))
    }
  }

  /// Whether all of it is as it was read.
  var isCurrent: Bool { marks.allSatisfy { FileMark($0.path) == $0.mark } }
}

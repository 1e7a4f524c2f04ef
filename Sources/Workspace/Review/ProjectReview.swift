import Casework
import Review
import Storage

/// A project's settings for its records, and the review as they have it; read again where the file was written.
struct ProjectReview {
  /// Where the records stand, and more.
  let settings: ProjectSettings

  /// The review.
  let review: RecordReview

  /// Why the file cannot be used; the defaults hold then.
  let fault: Failure?

  private let mark: FileMark?

  /// The settings of the working tree at `root`; the defaults where there is none.
  init(root: String?) {
    mark = Self.mark(root)
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

  /// Whether the file is as it was read.
  func isCurrent(root: String?) -> Bool { mark == Self.mark(root) }

  private static func mark(_ root: String?) -> FileMark? {
    root.flatMap { FileMark("\($0)/\(ProjectSettings.path)") }
  }
}

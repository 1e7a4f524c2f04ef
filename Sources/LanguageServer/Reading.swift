import Record
import Storage
import Synchronization
import Workspace

/// A text as it was at one moment, read, with what it is held against.
struct Reading: Sendable {
  let document: OpenDocument
  let record: RecordDocument
  let review: LiveReview

  /// From the root of the working tree; empty where the text stands in none.
  let place: String

  let positions: TextPositions
  let rulePages: RulePageFile?
  let client: EditorClient

  /// Whether it is a record: other Markdown is none of our business.
  var isRecord: Bool { review.isRecord(record, at: place) }
}

extension LanguageServer {
  /// The directory whose settings and rules hold for a document; nil where nobody says.
  func directory(of document: OpenDocument) -> String? {
    document.path.map(Path.parent) ?? state.withLock { $0.client.folders.first }
  }

  /// Reads a document; nil where nobody says in which directory it stands.
  ///
  /// The first time in a directory git is asked where the repository is.
  func reading(of document: OpenDocument) -> Reading? {
    let client = state.withLock { $0.client }
    guard let directory = directory(of: document) else { return nil }
    let review = reviews.review(in: directory)
    let place = document.path.flatMap { path in review.place(of: path) } ?? ""
    return Reading(
      document: document, record: document.record, review: review, place: place,
      positions: TextPositions(document.text, client.encoding),
      rulePages: rulePages.withLock { $0 }, client: client)
  }
}

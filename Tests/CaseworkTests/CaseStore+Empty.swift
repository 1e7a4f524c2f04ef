import Casework

extension CaseStore {
  /// Makes a case of which nothing is known.
  @discardableResult
  func create(_ key: String) throws -> OpenCase {
    try create(key, stating: [], at: "2026-07-14T09:30:00Z") { $0 }
  }
}

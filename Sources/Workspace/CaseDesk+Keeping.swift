import Casework

extension CaseDesk {
  /// Keeps something in the evidence of a case, and says what became of it: what was found out is not thrown away
  /// because it cannot be written down there.
  func keeping(in key: String, _ keep: (OpenCase) throws -> Evidence) -> String {
    do {
      return "Kept as \(try keep(store.open(key)).label) of the case \(key)."
    } catch {
      return "It could not be kept in the case \(key): \(Failure(error).message)"
    }
  }
}

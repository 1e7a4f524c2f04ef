import Casework
import Declaration

extension Failure {
  static func ledgerReference(_ error: LedgerReferenceError) -> Failure {
    switch error {
    case .noHypothesis(let number, let isEntry):
      Failure(
        "no-hypothesis",
        isEntry
          ? "L\(number) is an entry of the ledger, but no hypothesis."
          : "The ledger has no entry L\(number).",
        "`postmortem ledger KEY` lists them.", status: .usage)
    case .noExperiment(let number, let isEntry):
      Failure(
        "no-experiment",
        isEntry
          ? "L\(number) is an entry of the ledger, but no experiment."
          : "The ledger has no entry L\(number).",
        "`postmortem ledger KEY` lists them.", status: .usage)
    }
  }
}

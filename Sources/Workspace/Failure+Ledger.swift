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

  static func ledgerImport(_ error: LedgerImportError) -> Failure {
    let remedy = "Mend that line; nothing was imported."
    switch error {
    case .nothing:
      return Failure(
        "nothing-to-import", "There is no entry in the file.",
        "It is to hold JSON lines as a ledger has them, a Markdown list (“- what was seen”), or a transcript of an agent."
      )
    case .noCommands(let count):
      let known = "\(count.commands) commands with a result, \(count.withoutResult) without one"
      return Failure(
        "no-commands",
        "There is no command to take in: as a transcript of \(count.agent.rawValue) it holds \(known), and \(count.unknown) "
          + "lines or calls of an unknown shape.",
        count.commands > 0
          ? "The pattern of --only matches none of them."
          : "Write down what was tried as a Markdown list instead.")
    case .notAnEntry(let line):
      return Failure(
        "bad-entry",
        "Line \(line) is no entry: an object with one of the keys experiment, hypothesis, change, ruling and note.",
        remedy)
    case .numberTwice(let line, let number):
      return Failure("bad-entry", "Line \(line) has the number \(number), as an earlier one has.", remedy)
    case .unknownReference(let line, let number):
      return Failure(
        "bad-entry",
        "Line \(line) refers to \(number), which no earlier line of that kind has as its number.",
        remedy)
    }
  }
}

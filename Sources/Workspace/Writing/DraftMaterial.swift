import Casework
import Masking
import Record
import Storage

/// What a draft is made of, as a case holds it at one time.
struct DraftMaterial {
  let gate: GateReport
  let file: CaseFile
  let evidence: [Evidence]

  /// What the record is composed from; nil where the gate is closed.
  let facts: RecordFacts?

  /// The secrets that are masked in it.
  let places: [MaskedPlace]

  init(_ contents: some CaseContents, at desk: CaseDesk, masking masker: Masker) throws {
    gate = try desk.gate(of: contents)
    var places: [MaskedPlace] = []
    (file, evidence) = try desk.masked(contents, by: masker, &places)
    facts =
      gate.isOpen ? try desk.recordFacts(of: file.facts(), evidence: evidence, masking: masker) : nil
    self.places = places
  }
}

/// The facts of a case changed while a model phrased them.
struct FactsChanged: Error {
  var key: String
}

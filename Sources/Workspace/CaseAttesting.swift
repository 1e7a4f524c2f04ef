import Casework
import Masking
import Repository
import YAML

/// Changes of a case that somebody vouches for: the one way by which `set`, the interview and the editor write.
///
/// Secrets are masked, commits are named in full, what git knows of a new fix is found, and each value stands in the
/// evidence with whoever gave it before it stands in the file.
struct CaseAttesting {
  let desk: CaseDesk
  let masker: Masker

  /// Who vouches for it.
  let person: String

  /// - Parameter person: whoever git says is here, unless somebody is named.
  /// - Throws: `UsageError` where a secret that is to be let through is named by no fingerprint.
  init(at desk: CaseDesk, masking secrets: SecretMasking, by person: String?, in workspace: Workspace)
    throws(UsageError)
  {
    self.desk = desk
    masker = try secrets.masker()
    let named = person.flatMap { $0.isEmpty ? nil : $0 }
    self.person = masker.mask(named ?? desk.userName(environment: workspace.environment)).text
  }

  /// Sets fields, all or none, and says how the case stands then.
  func set(_ assignments: [String], of key: String) throws -> CaseState {
    var places: [MaskedPlace] = []
    let wishes = try assignments.map { text in
      var wish = try CaseAssignment(text)
      if wish.field.path == "fix.commits" {
        wish.value = try fullNames(of: CaseField.texts(in: wish.value)).joined(separator: ",")
      } else {
        let masked = masker.mask(wish.value)
        wish.value = masked.text
        places += masked.secrets.map { MaskedPlace($0, in: wish.path.joined(separator: ".")) }
      }
      return wish
    }
    // A fix that is named is looked at, as `new` does it.
    let fix = wishes.last { $0.field.path == "fix.commits" && $0.path.last != "new" && !$0.value.isEmpty }
    let discovery = try fix.map { try look(at: CaseField.texts(in: $0.value), key: key) }
    let open = try desk.store.open(key)
    do {
      let (file, paths) = try CaseAssignment.apply(wishes, to: open.file)
      let found = try write(
        file, giving: zip(paths, wishes).map { ($0, $1.value) }, after: discovery, to: open, &places)
      return CaseState(
        key: key, path: "\(open.directory)/case.yaml", found: found, set: paths,
        remarks: discovery?.remarks ?? [],
        masked: MaskedPlace.once(places), gate: try desk.gate(of: open))
    } catch let error as YAMLError {
      throw CaseAssignmentError.cannotApply(error.problem.description)
    } catch let errors as YAMLErrors {
      throw CaseAssignmentError.cannotApply(errors.errors.map(\.problem.description).joined(separator: "; "))
    }
  }

  /// Writes a file with the evidence of its new values, and says what git knows of its fix.
  ///
  /// - Parameter discovery: what git knows of a fix that is among the values.
  /// - Throws: `AttestationFault` where a date or what a reader is to open is none: then nothing is written.
  func write(
    _ file: CaseFile, giving values: [(field: String, value: String)], after discovery: CaseDiscovery?,
    to open: OpenCase, _ places: inout [MaskedPlace]
  ) throws -> [FoundValue] {
    let check = desk.attestationCheck
    for (field, value) in values { if let fault = check.fault(in: value, of: field) { throw fault } }
    let (found, more) = try masker.mask(document: discovery?.found ?? [], named: "found")
    places += more
    let filled = try discovery?.filling(file, over: open.evidence, besides: values.map(\.field)) ?? file
    let withdrawn = discovery?.withdrawn(from: open.evidence) ?? []
    let attested = values.filter { discovery == nil || $0.field != "fix.commits" }.map { field, value in
      Evidence.Fact.attested(AttestedValue(field: field, value: value, by: person))
    }
    try open.write(
      filled, stating: (found + withdrawn).map(Evidence.Fact.found) + attested, at: CaseDesk.now())
    return found
  }

  /// The whole names of commits: a branch or a short name may mean another commit tomorrow.
  ///
  /// - Throws: `RepositoryError` where one of them is unknown.
  func fullNames(of commits: [String]) throws -> [String] {
    try commits.map { try desk.repository.commit($0).id.digits }
  }

  /// What git knows of a fix.
  func look(at commits: [String], key: String) throws -> CaseDiscovery {
    try CaseDiscovery(fix: commits, key: key, in: desk.repository)
  }
}

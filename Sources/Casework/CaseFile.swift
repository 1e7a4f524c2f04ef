public import YAML

/// A `case.yaml`: the case as its people wrote it, with their comments, their order and their layout.
public struct CaseFile: Sendable {
  /// The text.
  public let document: YAMLDocument

  /// A new file for the case `key`.
  ///
  /// - Throws: `YAMLError` where the key makes no readable file.
  public init(newFor key: String) throws(YAMLError) {
    document = try YAMLDocument(text: CaseTemplate.text(key: key), name: "case.yaml")
  }

  /// A file from its bytes.
  ///
  /// - Parameter name: what errors call it.
  /// - Throws: `YAMLError` where it is no YAML.
  public init(_ bytes: [UInt8], name: String) throws(YAMLError) {
    document = try YAMLDocument(text: bytes, name: name)
  }

  private init(document: YAMLDocument) {
    self.document = document
  }

  /// The facts in it.
  ///
  /// - Throws: `YAMLErrors` with all that is not as it must be: unknown keys with the nearest known one, wrong kinds.
  public func facts() throws(YAMLErrors) -> Case {
    let reader = YAMLReader(document)
    let root = reader.fields(known: [
      "key", "title", "owner", "ticket", "symptom", "repro", "cause", "fix", "validation", "not_covered",
      "attempts", "tools", "slipped", "actions", "no_actions", "outage", "not_trivial",
    ])
    var facts = Case(key: root.requiredText("key") ?? "")
    facts.title = root.text("title") ?? ""
    facts.owner = root.text("owner") ?? ""
    facts.ticket = root.text("ticket") ?? ""
    facts.noActions = root.text("no_actions") ?? ""
    facts.notTrivial = root.text("not_trivial") ?? ""
    facts.notCovered = root.texts("not_covered")
    facts.tools = root.texts("tools")
    readSymptomAndRepro(root, &facts)
    readCauseAndFix(root, &facts)
    readLists(root, &facts)
    try reader.finish()
    return facts
  }

  private func readSymptomAndRepro(_ root: YAMLFields, _ facts: inout Case) {
    if let symptom = root.fields("symptom", known: ["text", "source"]) {
      facts.symptom.text = symptom.text("text") ?? ""
      facts.symptom.source = symptom.text("source") ?? ""
    }
    if let repro = root.fields("repro", known: ["command", "setup", "symptom", "reliable_by", "attested"]) {
      facts.repro.command = repro.text("command") ?? ""
      facts.repro.setup = repro.text("setup") ?? ""
      facts.repro.symptom = repro.text("symptom") ?? ""
      facts.repro.reliableBy = repro.text("reliable_by") ?? ""
      facts.repro.attested =
        repro.fields("attested", known: ["by", "on", "see"]).map(attestation) ?? Attestation()
    }
    if let outage = root.fields("outage", known: ["customer_visible", "confirmed_by"]) {
      facts.outage.isCustomerVisible = outage.flag("customer_visible") ?? false
      facts.outage.confirmedBy = outage.text("confirmed_by") ?? ""
    }
  }

  private func readCauseAndFix(_ root: YAMLFields, _ facts: inout Case) {
    if let cause = root.fields("cause", known: ["mechanism", "chain", "introduced_by", "exposed_by"]) {
      facts.cause.mechanism = cause.text("mechanism") ?? ""
      facts.cause.chain = cause.text("chain") ?? ""
      facts.cause.introducedBy = cause.text("introduced_by") ?? ""
      facts.cause.exposedBy = cause.text("exposed_by") ?? ""
    }
    if let fix = root.fields("fix", known: ["commits", "pull_request", "branch", "summary", "reason"]) {
      facts.fix.commits = fix.texts("commits")
      facts.fix.pullRequest = fix.text("pull_request") ?? ""
      facts.fix.branch = fix.text("branch") ?? ""
      facts.fix.summary = fix.text("summary") ?? ""
      facts.fix.reason = fix.text("reason") ?? ""
    }
    if let slipped = root.fields("slipped", known: ["category", "text"]) {
      let words = Case.Slipped.Category.allCases.map(\.rawValue)
      facts.slipped.category = slipped.word("category", of: words).flatMap { .init(rawValue: $0) }
      facts.slipped.text = slipped.text("text") ?? ""
    }
  }

  private func readLists(_ root: YAMLFields, _ facts: inout Case) {
    facts.validation = root.list("validation", known: ["what", "passes", "by", "on", "see"]).map { entry in
      var validation = Case.Validation()
      validation.what = entry.requiredText("what") ?? ""
      validation.passes = entry.flag("passes") ?? true
      validation.attested = attestation(entry)
      return validation
    }
    facts.attempts = root.list("attempts", known: ["commit", "flaw"]).map { entry in
      var attempt = Case.Attempt()
      attempt.commit = entry.requiredText("commit") ?? ""
      attempt.flaw = entry.text("flaw") ?? ""
      return attempt
    }
    facts.actions = root.list("actions", known: ["what", "owner", "tracked"]).map { entry in
      var action = Case.Action()
      action.what = entry.requiredText("what") ?? ""
      action.owner = entry.text("owner") ?? ""
      action.tracked = entry.text("tracked") ?? ""
      return action
    }
  }

  private func attestation(_ fields: YAMLFields) -> Attestation {
    var attestation = Attestation()
    attestation.by = fields.text("by") ?? ""
    attestation.on = fields.text("on") ?? ""
    attestation.see = fields.text("see") ?? ""
    return attestation
  }

  // MARK: Editing

  /// The file with a field set; everything else stays byte for byte.
  ///
  /// - Throws: `YAMLError` where the path does not lead to where a value can be.
  public func setting(_ path: YAMLPath, to value: YAMLValue) throws(YAMLError) -> CaseFile {
    CaseFile(document: try document.setting(path, to: value))
  }

  /// The file with one more element in a list.
  ///
  /// - Throws: `YAMLError` where there is something at the path that is no list.
  public func appending(_ value: YAMLValue, to path: YAMLPath) throws(YAMLError) -> CaseFile {
    CaseFile(document: try document.appending(value, to: path))
  }
}

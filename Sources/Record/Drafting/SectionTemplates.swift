public import Templates

/// The templates that sections are drafted from: the tool's own, and those that a team has put in their place.
public struct SectionTemplates: Sendable {
  private let templates: [SectionKind: Template]

  /// The tool's own.
  ///
  /// - Throws: `TemplateErrors`, where one of ours is none.
  public init() throws(TemplateErrors) {
    try self.init(overriding: [:])
  }

  /// The tool's own, but for those that a team has.
  ///
  /// - Parameter texts: the texts of the team's templates, each with what errors call its file.
  /// - Throws: all that is wrong in any of them.
  public init(overriding texts: [SectionKind: (text: [UInt8], file: String)]) throws(TemplateErrors) {
    var templates: [SectionKind: Template] = [:]
    var errors: [TemplateError] = []
    for kind in SectionKind.allCases {
      guard let own = Self.text(of: kind) else { continue }
      let (text, file) = texts[kind] ?? (Array(own.utf8), "the template of \(kind.heading)")
      do throws(TemplateErrors) {
        templates[kind] = try Template(text, file: file, names: RecordNames.all)
      } catch {
        errors += error.errors
      }
    }
    guard errors.isEmpty else { throw TemplateErrors(errors: errors) }
    self.templates = templates
  }

  /// The body of a section; empty where there are no facts for it.
  func body(of kind: SectionKind, with values: [String: TemplateValue]) -> String {
    templates[kind]?.rendered(with: values) ?? ""
  }

  /// The sections that have a template, by the name of the file that overrides it.
  public static let files: [(name: String, kind: SectionKind)] = SectionKind.allCases.compactMap { kind in
    guard text(of: kind) != nil else { return nil }
    return ("\(kind.heading.lowercased().replacing(" ", with: "-")).md", kind)
  }

  /// The tool's own template of a section; nil for the evidence, which is no matter of taste.
  public static func text(of kind: SectionKind) -> String? {
    switch kind {
    case .summary: summary
    case .symptom: symptom
    case .rootCause: rootCause
    case .whyItProducedTheSymptom: chain
    case .fix: fix
    case .howItWasFound: howItWasFound
    case .whyItSlippedThrough: whyItSlippedThrough
    case .validation: validation
    case .actionItems: actionItems
    case .evidence: nil
    }
  }

  private static let summary = """
    {{title.sentence}} {{fix.summary.sentence}} \
    ({{key.link}}{{#fix.pull_request}}, pull request {{fix.pull_request}}{{/fix.pull_request}}; owner: {{owner}}.)\
    {{#attested_only}} {{attested_only.sentence}}{{/attested_only}}\
    {{#outage.customer_visible}} Customers saw an outage; {{outage.confirmed_by}} wants this record beside the \
    incident report.{{/outage.customer_visible}}

    """

  private static let symptom = """
    {{#symptom.text}}
    {{symptom.output}}

    {{#symptom.source}}
    Seen in: {{symptom.source}}

    {{/symptom.source}}
    {{/symptom.text}}
    {{#proof.output}}
    Before the fix the repro fails with this ({{proof.label}}):

    {{proof.output}}
    {{/proof.output}}

    """

  private static let rootCause = """
    {{cause.mechanism}}

    {{#cause.introduced_by}}
    It began with {{cause.introduced_by.named}}\
    {{#cause.exposed_by}}, and shows since {{cause.exposed_by.named}}{{/cause.exposed_by}}.
    {{/cause.introduced_by}}
    {{^cause.introduced_by}}
    {{#cause.exposed_by}}
    It shows since {{cause.exposed_by.named}}.
    {{/cause.exposed_by}}
    {{/cause.introduced_by}}

    """

  private static let chain = """
    {{cause.chain}}

    """

  private static let fix = """
    {{fix.change.sentence}}{{#fix.arrival}} {{fix.arrival.sentence}}{{/fix.arrival}}

    {{fix.reason}}

    {{#attempts}}
    {{#first}}
    Earlier attempts:

    {{/first}}
    - {{commit.named}}{{#flaw}}: {{flaw.sentence}}{{/flaw}}
    {{/attempts}}

    """

  private static let howItWasFound = """
    {{#repro.reliable_by}}
    The repro became reliable by this: {{repro.reliable_by.sentence}}

    {{/repro.reliable_by}}
    {{#tools.named}}
    Tools: {{tools.named.sentence}}

    {{/tools.named}}
    {{#rejected}}
    {{#first}}
    Rejected on the way:

    {{/first}}
    - “{{text}}” ({{label}}{{#experiment}}, ruled out by {{experiment}}{{/experiment}})\
    {{#reason}}: {{reason.sentence}}{{/reason}}
    {{/rejected}}

    {{#confirmed}}
    {{#experiment}}
    The experiment that decided ({{experiment}}): {{experiment.told.sentence}}\
    {{#reason}} {{reason.sentence}}{{/reason}} It confirmed {{label}}: {{text.sentence}}
    {{/experiment}}
    {{^experiment}}
    Confirmed without an experiment ({{label}}): {{text.sentence}}{{#reason}} {{reason.sentence}}{{/reason}}
    {{/experiment}}

    {{/confirmed}}

    """

  private static let whyItSlippedThrough = """
    {{slipped.kind}} {{slipped.text}}

    """

  private static let validation = """
    {{#proof.label}}
    - Measured ({{proof.label}}): {{proof.told.sentence}}
    {{/proof.label}}
    {{#repro.attestation}}
    - {{repro.attestation.sentence}}
    {{/repro.attestation}}
    {{#validation}}
    - Attested ({{by}}, {{on}}{{#see}}, {{see}}{{/see}}): {{what.sentence}}
    {{/validation}}

    {{#not_covered}}{{#first}}Not tested: {{/first}}{{text}}{{^last}}; {{/last}}{{#last}}.\
    {{#proof.machine}} {{/proof.machine}}{{/last}}{{/not_covered}}\
    {{#proof.machine}}The runs were made on one machine ({{proof.machine}}) and say nothing of others.\
    {{/proof.machine}}

    """

  private static let actionItems = """
    {{#actions}}
    - {{what.sentence}} ({{owner}}; {{tracked}})
    {{/actions}}
    {{^actions}}
    None. {{no_actions.sentence}}
    {{/actions}}

    """
}

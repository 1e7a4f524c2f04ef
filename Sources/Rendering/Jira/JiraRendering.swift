/// Any Markdown as the wiki markup of Jira Data Center, with all its visible text in order.
///
/// It is what ADF is made of, written otherwise: what may not nest there may not here.
struct JiraRendering {
  let rendering: Rendering

  /// Renders the bytes of a text.
  ///
  /// - Throws: `TextTooLong` where it is to fit and does not, though all its logs are shortened.
  init(_ text: [UInt8], options: RenderingOptions) throws(TextTooLong) {
    let base = ADFRendering(whole: text, options: options)
    let limit = ADFLimit.jira
    var document = base.document
    if options.fits {
      document = try limit.fitted(document, whole: options.whole) {
        UTF16Length.of(JiraWriter.text(of: $0))
      }
    }
    let bytes = JiraWriter.text(of: document)
    let uses = Self.shared(base.changes) + JiraDeviations(base.markdown, baseURL: options.baseURL).found
    rendering = Rendering(bytes: bytes, changes: uses, of: text) {
      let units = UTF16Length.of(bytes)
      return units > limit.units
        ? ["It has \(units) characters; a comment of Jira takes \(limit.units). --fit shortens logs."] : []
    }
  }

  /// The changes that are so in wiki markup, too.
  private static func shared(_ changes: [ADFChange]) -> [RuleUse<JiraRule>] {
    changes.compactMap { change in
      guard change.rule != .taskList, let rule = JiraRule(rawValue: change.rule.rawValue) else { return nil }
      return RuleUse(rule: rule, offset: change.offset)
    }
  }
}

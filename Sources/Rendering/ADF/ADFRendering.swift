import Markdown

/// Any Markdown as ADF that is valid, with all its visible text in order.
public struct ADFRendering: Sendable {
  /// The document.
  public private(set) var document: ADFDocument

  /// What had to change its form.
  public let changes: [ADFChange]

  /// The text as it was read.
  let markdown: MarkdownDocument

  /// Renders the bytes of a text.
  ///
  /// - Throws: `TextTooLong` where it is to fit and does not, though all its logs are shortened.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) throws(TextTooLong) {
    self.init(whole: text, options: options)
    try fit(options)
  }

  /// Renders the bytes of a text, however long it becomes.
  init(whole text: [UInt8], options: RenderingOptions) {
    self.init(whole: ADFSource(text), options: options)
  }

  private init(whole source: ADFSource, options: RenderingOptions) {
    markdown = source.markdown
    var conversion = ADFConversion(markdown, baseURL: options.baseURL, into: ADFTreeBuilder())
    conversion.run()
    let document = ADFDocument(blocks: conversion.frames.sink.blocks)
    self.document = source.record?.dressed(document, options) ?? document
    changes = (source.record?.changes ?? []) + conversion.changes
  }

  /// The JSON of a text.
  ///
  /// Where it is no record and need not fit, no tree of values is made on the way.
  ///
  /// - Throws: `TextTooLong` as a rendering does.
  static func json(_ text: [UInt8], options: RenderingOptions) throws(TextTooLong) -> Rendering {
    let source = ADFSource(text)
    let json: [UInt8]
    let changes: [ADFChange]
    var document: ADFDocument?
    if source.record == nil, !options.fits {
      var conversion = ADFConversion(source.markdown, baseURL: options.baseURL, into: ADFWriter())
      conversion.run()
      json = conversion.frames.sink.finish()
      changes = conversion.changes
    } else {
      var rendering = ADFRendering(whole: source, options: options)
      try rendering.fit(options)
      document = rendering.document
      json = rendering.document.json
      changes = rendering.changes
    }
    return Rendering(bytes: json, changes: changes, of: text) { [document] in
      // Only a long text has to be looked at as a tree.
      guard ADFLimit.jira.mayExceed(json) else { return [] }
      let tree = document ?? ADFRendering(whole: source, options: options).document
      return ADFLimit.jira.excesses(of: tree, json: json)
    }
  }

  private mutating func fit(_ options: RenderingOptions) throws(TextTooLong) {
    if options.fits { document = try ADFLimit.jira.fitted(document, whole: options.whole) }
  }
}

/// A text to be rendered to ADF.
private struct ADFSource {
  /// The record that it is.
  let record: ADFRecord?

  /// Its Markdown: ADF has no footnotes, without them calls and notes are text that stays where it is written.
  let markdown: MarkdownDocument

  init(_ text: [UInt8]) {
    record = ADFRecord(text)
    markdown =
      record?.markdownWithoutFootnotes
      ?? MarkdownDocument(text: text, from: record?.start ?? 0, hasFootnotes: false)
  }
}

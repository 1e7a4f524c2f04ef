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
    if options.fits { document = try ADFLimit.jira.fitted(document, whole: options.whole) }
  }

  /// Renders the bytes of a text, however long it becomes.
  init(whole text: [UInt8], options: RenderingOptions) {
    let record = ADFRecord(text)
    // ADF has no footnotes: without them, calls and notes are text that stays where it is written.
    markdown =
      record?.markdownWithoutFootnotes
      ?? MarkdownDocument(text: text, from: record?.start ?? 0, hasFootnotes: false)
    var conversion = ADFConversion(markdown, baseURL: options.baseURL)
    var document = ADFDocument(blocks: conversion.blocks())
    if let record {
      document = record.dressed(document, options)
      conversion.changes = record.changes + conversion.changes
    }
    self.document = document
    changes = conversion.changes
  }
}

import Markdown

/// Any Markdown as ADF that is valid, with all its visible text in order.
public struct ADFRendering: Sendable {
  /// The document.
  public let document: ADFDocument

  /// What had to change its form.
  public let changes: [ADFChange]

  /// Renders the bytes of a text.
  ///
  /// - Throws: `ADFTooLong` where it is to fit and does not, though all its logs are shortened.
  public init(_ text: [UInt8], options: RenderingOptions = RenderingOptions()) throws(ADFTooLong) {
    let record = ADFRecord(text)
    // ADF has no footnotes: without them, calls and notes are text that stays where it is written.
    let markdown = MarkdownDocument(text: text, from: record?.start ?? 0, hasFootnotes: false)
    var conversion = ADFConversion(markdown, baseURL: options.baseURL)
    var document = ADFDocument(blocks: conversion.blocks())
    if let record {
      document = record.dressed(document, options)
      conversion.changes = record.changes + conversion.changes
    }
    self.document = options.fits ? try ADFLimit.jira.fitted(document, whole: options.whole) : document
    changes = conversion.changes
  }
}

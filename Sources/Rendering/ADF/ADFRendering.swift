import Markdown

/// What a rendering to ADF is told beside the text.
public struct ADFOptions: Sendable {
  /// Where relative addresses begin; nil where nobody said.
  public var baseURL: String?

  /// The options.
  public init(baseURL: String? = nil) {
    self.baseURL = baseURL
  }
}

/// Any Markdown as ADF that is valid, with all its visible text in order.
public struct ADFRendering: Sendable {
  /// The document.
  public let document: ADFDocument

  /// What had to change its form, as it follows in the source.
  public let changes: [ADFChange]

  private let source: [UInt8]

  /// Renders the bytes of a text.
  public init(_ text: [UInt8], options: ADFOptions = ADFOptions()) {
    // ADF has no footnotes: without them, calls and notes are text that stays where it is written.
    var conversion = ADFConversion(MarkdownDocument(text: text, hasFootnotes: false), options: options)
    document = ADFDocument(blocks: conversion.blocks())
    changes = conversion.changes
    source = text
  }

  /// The changes with their places, in words.
  var placedChanges: [Rendering.Change] {
    let lines = LineIndex(source)
    return changes.map { change in
      Rendering.Change(
        rule: change.rule.rawValue, position: lines.position(of: change.offset),
        sentence: change.rule.sentence)
    }
  }
}

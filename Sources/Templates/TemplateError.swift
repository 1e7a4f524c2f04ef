/// Why a text is no template: what, and where.
public struct TemplateError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// It is no UTF-8.
    case notText

    /// `{{` without the `}}` that ends it on the same line.
    case unclosedTag

    /// There is no name between `{{` and `}}`.
    case emptyTag

    /// No such name is known there; perhaps another was meant.
    case unknownName(String, known: [String])

    /// A list or a flag cannot be put in as a text.
    case noText(String)

    /// A block is begun and not ended.
    case unclosedBlock(String)

    /// `{{/name}}` where no block of that name, but perhaps another, is open.
    case strayEnd(String, open: String?)
  }

  /// What is wrong.
  public var problem: Problem

  /// The file's name, as it was given.
  public var file: String

  /// The line, the first being 1.
  public var line: Int

  /// The column in bytes, the first being 1.
  public var column: Int
}

/// All that is wrong in a template.
public struct TemplateErrors: Error, Sendable, Equatable {
  /// The errors, in the order of the file; there is at least one.
  public var errors: [TemplateError]

  /// Errors in the order of their files.
  public init(errors: [TemplateError]) {
    self.errors = errors
  }
}

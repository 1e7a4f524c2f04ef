/// How long a text may be, and how logs are shortened where it is longer.
///
/// What Jira Cloud counts of ADF is not documented: its limit is held for the plain text, and told for the JSON.
public struct ADFLimit: Sendable {
  /// The most units of UTF-16 in the plain text.
  public var units: Int

  /// The limit of a comment: `jira.text.field.character.limit` as it is set at first.
  public static let jira = ADFLimit(units: 32_767)

  /// A limit.
  public init(units: Int) {
    self.units = units
  }

  /// The document within the limit: logs are shortened, prose never is.
  ///
  /// - Throws: `TextTooLong` where that does not suffice.
  public func fitted(_ document: ADFDocument, whole: String) throws(TextTooLong) -> ADFDocument {
    try fitted(document, whole: whole) { $0.plainLength }
  }

  /// The document within the limit, in units of UTF-16 that `length` counts.
  func fitted(
    _ document: ADFDocument, whole: String, length: (ADFDocument) -> Int
  ) throws(TextTooLong) -> ADFDocument {
    let excess = length(document) - units
    guard excess > 0 else { return document }
    var logs: [LogShortening.Log] = []
    _ = Self.mappingCode(document) { place, isEvidence, code in
      logs.append(LogShortening.Log(place: place, isEvidence: isEvidence, code: code))
      return code
    }
    let fitted = LogShortening.fitted(logs, by: excess, whole: whole) { shorter in
      let text = Self.mappingCode(document) { place, _, code in shorter[place]?.code ?? code }
      return (text, length(text) - units)
    }
    guard let text = fitted.text else { throw TextTooLong(units: units + fitted.excess, limit: units) }
    return text
  }

  /// Whether a document of such JSON can go beyond the limit: JSON has at least a byte for each unit of its text.
  func mayExceed(_ json: [UInt8]) -> Bool { json.count > units }

  /// How a document goes beyond the limit, in sentences.
  func excesses(of document: ADFDocument, json: [UInt8]) -> [String] {
    guard mayExceed(json) else { return [] }
    let length = document.plainLength
    if length > units {
      return [
        "Its text has \(length) characters; a comment of Jira Cloud takes \(units). --fit shortens logs."
      ]
    }
    let written = UTF16Length.of(json)
    guard written > units else { return [] }
    return [
      "Its JSON has \(written) characters, its text \(length): a site that counts the JSON takes no more than \(units)."
    ]
  }

  /// The document, each code in it changed; codes are counted as they follow.
  private static func mappingCode(
    _ document: ADFDocument, _ change: (_ place: Int, _ isEvidence: Bool, _ code: String) -> String
  ) -> ADFDocument {
    var place = 0
    func map(_ block: ADFBlock, _ isEvidence: Bool) -> ADFBlock {
      switch block {
      case .codeBlock(let language, let code):
        place += 1
        return .codeBlock(language: language, change(place, isEvidence, code))
      case .expand(ADFRecord.evidenceTitle, _): return block.mappingBlocks { map($0, true) }
      default: return block.mappingBlocks { map($0, isEvidence) }
      }
    }
    return ADFDocument(blocks: document.blocks.map { map($0, false) })
  }
}

extension ADFDocument {
  /// The length of its plain text in units of UTF-16, with the end of a line for each block.
  public var plainLength: Int { ADFBlock.plainLength(of: blocks) }
}

extension ADFBlock {
  fileprivate static func plainLength(of blocks: [ADFBlock]) -> Int {
    blocks.reduce(0) { $0 + $1.plainLength }
  }

  private var plainLength: Int {
    switch self {
    case .paragraph(let words, _), .heading(_, let words): words.plainLength
    case .bulletList(let items), .orderedList(_, let items):
      items.reduce(0) { $0 + Self.plainLength(of: $1.blocks) }
    case .taskList(let tasks): tasks.reduce(0) { $0 + $1.plainLength }
    case .codeBlock(_, let code): UTF16Length.of(code.utf8) + 1
    case .blockquote(let blocks), .panel(_, let blocks): Self.plainLength(of: blocks)
    case .rule: 1
    case .table(let rows):
      rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + Self.plainLength(of: $1) } }
    case .expand(let title, let blocks): UTF16Length.of(title.utf8) + 1 + Self.plainLength(of: blocks)
    }
  }
}

extension ADFTask {
  fileprivate var plainLength: Int {
    switch self {
    case .item(_, let words): words.plainLength
    case .list(let tasks): tasks.reduce(0) { $0 + $1.plainLength }
    }
  }
}

extension [ADFInline] {
  fileprivate var plainLength: Int { reduce(1) { $0 + UTF16Length.of($1.text.utf8) } }
}

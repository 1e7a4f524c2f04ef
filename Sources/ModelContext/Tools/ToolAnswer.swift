import Storage
import Terminal
import Workspace

/// What a tool answers: in a few words of ours, and as the document that the command line prints as JSON.
struct ToolAnswer {
  private let words: [String]
  private let structured: [String: JSONTree]
  private let isError: Bool

  /// - Parameter root: the repository that was used.
  /// - Throws: where the output cannot be written as JSON.
  init(_ output: some Encodable & Sendable, in root: String) throws {
    let text = ToolText(output)
    words = text.lines + ["Repository: \(root)"]
    isError = text.isFailure
    structured = [
      "notice": .text(MarkedData.notice), "repository": .text(root),
      "result": try JSONTree(output),
    ]
  }

  /// The result of the call.
  func result(in revision: Revision) -> [String: JSONTree] {
    let whole = JSONTree.object(structured)
    // Clients that do not read structured content read the same in a text.
    let texts = [
      words.joined(separator: "\n"), String(decoding: JSONText.encode(whole), as: UTF8.self),
    ]
    var result: [String: JSONTree] = ["content": .list(texts.map(Self.block))]
    if revision.isStructured { result["structuredContent"] = whole }
    if isError { result["isError"] = .flag(true) }
    return result
  }

  /// What went wrong, and what to do.
  static func error(_ failure: Failure) -> [String: JSONTree] {
    error([failure.message, failure.remedy].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// What went wrong, in words.
  static func error(_ text: String) -> [String: JSONTree] {
    ["content": .list([block(printable(text))]), "isError": .flag(true)]
  }

  private static func block(_ text: String) -> JSONTree {
    .object(["type": .text("text"), "text": .text(text)])
  }

  /// Longer errors are cut by clients, at their end, where the remedy stands.
  private static func printable(_ text: String) -> String {
    Sanitized(text, keeping: .newlinesAndTabs, limit: 8000).description
  }
}

import Storage

/// A line of a file of the case that cannot be read, so that what it says counts for nothing.
public struct UnreadableLine: Sendable, Equatable, Encodable {
  /// What may be wrong with a line.
  public enum Problem: String, Sendable, Encodable {
    /// It is no JSON: torn by a crash, or spoilt by hand.
    case notJSON = "not-json"

    /// It is JSON, but of no kind that this version knows.
    case unknown
  }

  /// Its number in the file, from 1.
  public let number: Int

  /// What is wrong with it.
  public let problem: Problem

  /// A line from its parts.
  public init(_ number: Int, _ problem: Problem) {
    self.number = number
    self.problem = problem
  }

  /// The values that lines hold, in their order, and the lines that hold none.
  public static func parting<Value: Decodable>(
    _ lines: [(number: Int, bytes: ArraySlice<UInt8>)], by type: Value.Type
  ) -> (values: [Value], unreadable: [UnreadableLine]) {
    var values: [Value] = []
    var unreadable: [UnreadableLine] = []
    for (number, bytes) in lines {
      if let value = try? JSONText.decode(type, from: Array(bytes)) {
        values.append(value)
      } else {
        unreadable.append(UnreadableLine(number, of: bytes))
      }
    }
    return (values, unreadable)
  }

  /// Why a line that gave no value gave none.
  private init(_ number: Int, of bytes: ArraySlice<UInt8>) {
    self.init(number, JSONText.isValue(bytes) ? .unknown : .notJSON)
  }
}

extension UnreadableLine {
  /// Where the evidence of a case is, from the root of the working tree.
  public static func evidencePath(of key: String) -> String { ".postmortem/cases/\(key)/evidence.jsonl" }

  /// Where the ledger of a case is, from the root of the working tree.
  public static func ledgerPath(of key: String) -> String { ".postmortem/cases/\(key)/ledger.jsonl" }

  /// Which lines of a file cannot be read, and why, with their places, without a full stop; nil for none.
  public static func words(for lines: [UnreadableLine], in path: String) -> String? {
    guard !lines.isEmpty else { return nil }
    let shown = lines.prefix(3).map { "\(path):\($0.number) cannot be read: \($0.problem.words)" }
    let rest = lines.count - shown.count
    return shown.joined(separator: "; ")
      + (rest > 0 ? "; nor can \(rest) more \(rest == 1 ? "line" : "lines")" : "")
  }
}

extension UnreadableLine.Problem {
  fileprivate var words: String {
    switch self {
    case .notJSON: "it is no JSON"
    case .unknown: "it is nothing that this version knows"
    }
  }
}

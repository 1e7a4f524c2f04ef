import Storage

/// A line of a file of the case that cannot be read, so that what it says counts for nothing.
public struct UnreadableLine: Sendable, Equatable {
  /// What may be wrong with a line.
  public enum Problem: Sendable, Equatable {
    /// It is no JSON: torn by a crash, or spoilt by hand.
    case notJSON

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

  /// Why a line that gave no value gave none.
  init(_ number: Int, of bytes: ArraySlice<UInt8>) {
    let isJSON = (try? JSONText.decode(AnyJSON.self, from: Array(bytes))) != nil
    self.init(number, isJSON ? .unknown : .notJSON)
  }

  /// Any value of JSON, whatever is in it.
  private struct AnyJSON: Decodable {
    init(from decoder: any Decoder) {}
  }
}

extension UnreadableLine {
  /// Where the evidence of a case is, from the root of the working tree.
  public static func evidencePath(of key: String) -> String { ".postmortem/cases/\(key)/evidence.jsonl" }

  /// Which lines of the evidence of a case cannot be read, and why, with their places, without a full stop; nil for none.
  public static func words(for lines: [UnreadableLine], of key: String) -> String? {
    guard !lines.isEmpty else { return nil }
    let shown = lines.prefix(3).map {
      "\(evidencePath(of: key)):\($0.number) cannot be read: \($0.problem.words)"
    }
    let rest = lines.count - shown.count
    return shown.joined(separator: "; ")
      + (rest > 0 ? "; nor can \(rest) more \(rest == 1 ? "line" : "lines")" : "")
  }
}

extension UnreadableLine.Problem {
  fileprivate var words: String {
    switch self {
    case .notJSON: "it is no JSON"
    case .unknown: "it is no evidence that this version knows"
    }
  }
}

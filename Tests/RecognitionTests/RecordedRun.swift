import Foundation
import Recognition
import Testing

/// One recorded run: what was called, how it ended, what it printed, and what should be read from it.
struct RecordedRun: CustomTestStringConvertible, Sendable {
  let name: String
  let command: String
  let ending: RunEnding
  let root: String
  let output: [UInt8]
  /// What is expected, by field; a field that is not named is not checked.
  let expectations: [String: String]

  var testDescription: String { name }

  func recognize(_ changed: [UInt8]? = nil) -> Recognition {
    Recognizer(treeRoots: [root]).recognize(output: changed ?? output, ending: ending, command: command)
  }

  /// What was read, in the words of the header, for the fields that it names.
  func reading(_ recognition: Recognition) -> [String: String] {
    let all = [
      "runner": recognition.runner ?? "none",
      "executed": recognition.executed.map(String.init) ?? "unknown",
      "skipped": recognition.skipped.map(String.init) ?? "unknown",
      "obstacle": recognition.obstacle?.words ?? "none",
      "failures": recognition.failures.joined(separator: " | "),
      "missingSymbols": recognition.missingSymbols.joined(separator: " | "),
      "missingFiles": recognition.missingFiles.joined(separator: " | "),
    ]
    return all.filter { expectations[$0.key] != nil }.mapValues { String($0) }
  }
}

extension RecordedRun {
  /// Every recorded run, by name; `x.again` is a second run of `x`.
  static let all: [RecordedRun] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        RecordedRun(name: String(name.dropLast(4)), bytes: Array($0))
      }
    }
  }()

  /// Those that were recorded twice, as pairs.
  static let twins: [(first: RecordedRun, second: RecordedRun)] = all.compactMap { second in
    all.first { $0.name + ".again" == second.name }.map { ($0, second) }
  }

  private init(name: String, bytes: [UInt8]) {
    var fields: [String: String] = [:]
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if line == "---" { break }
      let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1).map(String.init)
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
    self.name = name
    command = fields["command"] ?? ""
    root = fields["root"] ?? ""
    ending = RunEnding(words: fields["exit"] ?? "0")
    output = Array(rest)
    expectations = fields.filter { !["command", "root", "exit", "source"].contains($0.key) }
  }
}

extension RunEnding {
  fileprivate init(words: String) {
    if words == "time limit" {
      self = .timeLimit
    } else if words.hasPrefix("signal ") {
      self = .signal(Int32(words.dropFirst(7)) ?? 0)
    } else {
      self = .exit(Int32(words) ?? 0)
    }
  }
}

extension Obstacle {
  /// The obstacle as the headers name it.
  var words: String {
    switch self {
    case .commandNotFound(let name): "commandNotFound \(name)"
    case .notExecutable(let name): "notExecutable \(name)"
    case .buildError(let tool, let line): "buildError \(tool): \(line)"
    case .syntaxError(let line): "syntaxError: \(line)"
    case .missingModule(let name): "missingModule \(name)"
    case .missingSymbol(let name): "missingSymbol \(name)"
    case .collectionError(let line): "collectionError: \(line)"
    case .setupFailure(let line): "setupFailure: \(line)"
    case .noTestsRan(let runner): "noTestsRan \(runner)"
    case .allSkipped(let runner, let count): "allSkipped \(runner) \(count)"
    case .usageError(let line): "usageError: \(line)"
    }
  }
}

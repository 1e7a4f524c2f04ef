import Storage
import Synchronization

/// What was answered about objects of git, kept from one check of a record to the next.
///
/// An object never changes, so an answer stands as long as the file does in which it is kept; what depends on branches,
/// tags or files of the working tree is asked anew, or held against the mark of the one file that it is from. Whoever
/// deletes the file loses time alone.
public final class GroundingMemory: Sendable {
  /// Where it is kept; nil where it ends with the process.
  private let path: String?

  private struct State {
    /// What was kept by an earlier call: answers by question, by what they are about.
    var kept: [String: [String: String]]

    /// What this call has asked: the rest is not kept any longer.
    var used: [String: [String: String]] = [:]
  }

  private let state: Mutex<State>

  private struct Document: Codable {
    var format: Int
    var answers: [String: [String: String]]
  }

  /// Changes where answers are read off another way.
  private static let format = 2

  /// The answers that stand in a file; none where there is no such file, or it holds something else.
  public init(at path: String?) {
    self.path = path
    let document = path.flatMap { try? FileTree.read($0) }.flatMap {
      try? JSONText.decode(Document.self, from: $0)
    }
    state = Mutex(State(kept: document?.format == Self.format ? document?.answers ?? [:] : [:]))
  }

  /// The answers to some questions about one thing; those that are not known are asked for, all at once.
  ///
  /// - Parameter ask: gives what there is an answer to; of other questions it is kept that there is none.
  func answers(
    about subject: String, to questions: Set<String>, asking ask: (Set<String>) throws -> [String: String]
  ) rethrows -> [String: String] {
    var answers: [String: String] = [:]
    var unknown: Set<String> = []
    for question in questions {
      if let known = known(subject, question) { answers[question] = known } else { unknown.insert(question) }
    }
    if !unknown.isEmpty {
      let new = try ask(unknown)
      for question in unknown {
        answers[question] = new[question] ?? ""
        keep(subject, question, new[question] ?? "")
      }
    }
    return answers.filter { !$0.value.isEmpty }
  }

  /// The answer to one question; nil where there is none.
  func answer(about subject: String, to question: String, asking ask: () throws -> String?) rethrows
    -> String?
  {
    try answers(about: subject, to: [question]) { _ in try ask().map { [question: $0] } ?? [:] }[question]
  }

  /// What is known already; empty where it is known that there is no answer, nil where nobody has asked.
  func known(_ subject: String, _ question: String) -> String? {
    state.withLock { state in
      guard let answer = state.used[subject]?[question] ?? state.kept[subject]?[question] else { return nil }
      state.used[subject, default: [:]][question] = answer
      return answer
    }
  }

  /// Takes in an answer.
  func keep(_ subject: String, _ question: String, _ answer: String) {
    state.withLock { $0.used[subject, default: [:]][question] = answer }
  }

  /// Writes what is new to the file; where that fails the next call asks again.
  func save() {
    guard let path else { return }
    state.withLock { state in
      guard state.used != state.kept else { return }
      guard let bytes = try? JSONText.encode(Document(format: Self.format, answers: state.used)) else {
        return
      }
      try? FileTree.makeDirectory(Path.parent(path))
      guard (try? FileTree.write(bytes, to: path)) != nil else { return }
      state.kept = state.used
    }
  }
}

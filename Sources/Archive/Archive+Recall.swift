import Database
public import Recognition
public import Repository
import Storage

/// What records are recalled by.
public enum RecallCue: Sendable {
  /// A stack trace.
  case trace(StackTrace)

  /// A change, and the commits that it is of.
  case change([FileDiff], commits: [String])

  /// A question, or a message.
  case question(String)
}

extension Archive {
  /// From which strength on a record is told of.
  ///
  /// A name of the code that one record alone has comes to it, in a section on cause, symptom or fix; a file alone does for a
  /// change, and not for a trace.
  private static let threshold = 0.99

  /// A question alone, without names, recalls a record that has so much of what its words weigh, two rare ones among them.
  private static let share = 0.6

  /// The records that bear on some cues.
  ///
  /// - Parameter limit: how many are told of.
  /// - Throws: `FileError` where the directory cannot be listed.
  public func recall(_ cues: [RecallCue], limit: Int) throws -> Recollection {
    try withIndex { database in
      var clues: [Clue] = []
      var questions: [String] = []
      for cue in cues {
        switch cue {
        case .trace(let trace): clues += [Clue](in: trace)
        case .change(let files, let commits): clues += [Clue](in: files, commits: commits)
        case .question(let question):
          clues += [Clue](in: question)
          questions.append(question)
        }
      }
      let memory = try Memory(database, clues: clues)
      var strengths: [Int: (strength: Double, hits: [Memory.Hit])] = [:]
      for record in memory.hits.keys { strengths[record] = memory.strength(of: record) }
      let spoken = try Self.answering(questions, in: database)
      for (record, answer) in spoken { strengths[record, default: (0, [])].strength += answer.share }
      let bearing = strengths.filter { $0.value.strength >= Self.threshold }
        .sorted { ($0.value.strength, $1.key) > ($1.value.strength, $0.key) }
      var recollection = Recollection(records: try Self.count(in: database))
      for (record, found) in bearing {
        guard let head = try Self.head(of: record, in: database) else { continue }
        guard recollection.recalled.count < limit else {
          recollection.more += 1
          continue
        }
        var recalled = Recalled(
          key: head.key, title: head.title, date: head.date, path: head.path, strength: found.strength,
          meetings: found.hits.map(Recalled.Meeting.init))
        if let answer = spoken[record], let text = try? FileTree.read("\(directory)/\(head.path)"),
          let passage = Passage(of: answer.items, in: text, section: nil)
        {
          recalled.meetings.append(
            Recalled.Meeting(
              kind: "words", text: answer.items.map(\.item.text).joined(separator: ", "),
              source: "the question",
              section: passage.section, line: passage.line))
        }
        recollection.recalled.append(recalled)
      }
      return recollection
    }
  }

  private struct Answer {
    var share: Double
    var items: [(item: Query.Item, telling: Double)]
  }

  /// The records that have most words of a question.
  private static func answering(_ questions: [String], in database: Database) throws -> [Int: Answer] {
    var answers: [Int: Answer] = [:]
    for question in questions {
      let scores = try Scores(of: Query(question), in: database, weights: weights)
      for candidate in try scores.candidates(withShare: share, isStrict: true, in: database) {
        answers[candidate.record] = Answer(share: 1, items: scores.weighed(candidate))
      }
    }
    return answers
  }
}

extension Recalled.Meeting {
  init(_ hit: Memory.Hit) {
    kind =
      switch hit.clue.kind {
      case .identifier: "name"
      case .file: "file"
      case .message: "message"
      case .commit: "commit"
      }
    (text, source) = (hit.clue.text, hit.clue.source)
    (section, line) = (NamedThings.heading(of: hit.section), hit.line)
  }
}

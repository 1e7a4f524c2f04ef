import Casework
import Record

/// What is asked of a person, in its order: what the gate misses, what a draft would ask for, what is worth having.
///
/// It knows no questions of its own: they are the gate's and the draft's.
struct InterviewPlan {
  /// A step.
  enum Step: Equatable {
    /// A question.
    case ask(InterviewQuestion)

    /// What only a command supplies.
    case command(why: String, String)

    /// What tells it from the other steps.
    var name: String {
      switch self {
      case .ask(let question): question.field
      case .command(let why, let line): "\(why) \(line)"
      }
    }
  }

  /// The steps.
  private(set) var steps: [Step] = []

  private let key: String
  private let values: [String: String]

  init(_ gate: GateReport, _ facts: RecordFacts, of file: CaseFile) {
    key = gate.key
    values = Dictionary(file.values.map { ($0.path, $0.value) }) { first, _ in first }
    for input in gate.inputs where input.standing == nil {
      take(missing: input.missing ?? "", remedy: input.remedy ?? "", input.fields)
    }
    for refusal in gate.refusals { take(missing: refusal.message, remedy: refusal.remedy, refusal.fields) }
    for need in facts.needs {
      for field in [need.instead, need.field].compactMap({ $0 }) {
        ask(field, for: .record, suggesting: field == need.field ? need.suggestion : nil)
      }
    }
    for wish in facts.wishes { ask(wish.field, for: .worth, suggesting: wish.suggestion) }
  }

  private mutating func take(missing: String, remedy: String, _ fields: [String]) {
    // What a command needs goes before it; somebody's word, which can stand in for it, goes after it.
    for field in fields where field.hasSuffix(".command") { ask(field, for: .gate, missing: missing) }
    let isByCommand = fields.isEmpty || !remedy.hasPrefix("postmortem set ")
    if isByCommand { steps.append(.command(why: missing, remedy)) }
    for field in fields where !field.hasSuffix(".command") {
      ask(field, for: isByCommand ? .standIn : .gate, missing: isByCommand ? nil : missing)
    }
  }

  private mutating func ask(
    _ field: String, for purpose: InterviewQuestion.Purpose, missing: String? = nil, suggesting: String? = nil
  ) {
    guard !steps.contains(where: { $0.name == field }), let kind = CaseField.named(field) else { return }
    steps.append(
      .ask(
        InterviewQuestion(
          purpose: purpose, field: field, kind: kind, missing: missing, known: values[field],
          suggestion: suggesting, command: "postmortem set \(key) \(field)='…'")))
  }
}

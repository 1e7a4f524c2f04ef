internal import Record

/// In which part of a record a sentence stands: the same words are a hedge here and an observation there.
struct Setting: OptionSet, Sendable {
  let rawValue: UInt16

  static let summary = Setting(rawValue: 1 << 0)
  static let symptom = Setting(rawValue: 1 << 1)
  static let cause = Setting(rawValue: 1 << 2)
  static let fix = Setting(rawValue: 1 << 3)
  static let search = Setting(rawValue: 1 << 4)
  static let gap = Setting(rawValue: 1 << 5)
  static let validation = Setting(rawValue: 1 << 6)
  static let actions = Setting(rawValue: 1 << 7)

  /// Any text that is no section of a record.
  static let elsewhere = Setting(rawValue: 1 << 8)

  static let all = Setting(rawValue: (1 << 9) - 1)

  /// Where the record commits itself: what broke, why, and what removed it.
  static let claims: Setting = [.summary, .cause, .fix]

  /// The setting of a section; nil for one that is not read as prose.
  init?(of section: RecordSection) {
    switch section.kind {
    case .summary: self = .summary
    case .symptom: self = .symptom
    case .rootCause, .whyItProducedTheSymptom: self = .cause
    case .fix: self = .fix
    case .howItWasFound: self = .search
    case .whyItSlippedThrough: self = .gap
    case .validation: self = .validation
    case .actionItems: self = .actions
    case .evidence: return nil
    // What was seen at which hour is observed, as a symptom is.
    case nil: self = Self.isTimeline(section.heading) ? .symptom : .elsewhere
    }
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  private static func isTimeline(_ heading: String) -> Bool {
    let word = Array("timeline".utf8)
    // How many letters of the word were met: none of them comes again as its first.
    var met = 0
    for byte in heading.utf8 {
      if byte | 0x20 == word[met] { met += 1 } else { met = byte | 0x20 == word[0] ? 1 : 0 }
      if met == word.count { return true }
    }
    return false
  }
}

/// How logs are shortened until a text fits its destination.
///
/// Code of the evidence goes first, then other code, the longest first, and no more than must. Whole lines are left out in
/// the middle, where a line says how many and where all of it can be read.
enum LogShortening {
  /// A block of code that may be shortened.
  struct Log {
    /// What tells it from the others.
    var place: Int

    /// Whether it belongs to the evidence.
    var isEvidence: Bool

    /// What it says.
    var code: String

    /// How long that is, in units of UTF-16.
    var length: Int

    init(place: Int, isEvidence: Bool, code: String) {
      self.place = place
      self.isEvidence = isEvidence
      self.code = code
      length = UTF16Length.of(code.utf8)
    }
  }

  /// What is left of a log.
  struct Shortened {
    /// How many of the first lines stay.
    var head: Int

    /// How many of the last lines stay.
    var tail: Int

    /// The line between them.
    var word: String

    /// What it says now.
    var code: String
  }

  /// A text of which so many units of UTF-16 are too many, with its logs shortened until it fits.
  ///
  /// What is left of a log may be written in another way than before: what is then still too much is taken away, too.
  ///
  /// - Parameter write: the text with some of its logs shortened, and how many units of it are too many.
  /// - Returns: the text; nil where it does not fit with all logs shortened, and how many units are too many then.
  static func fitted<Text>(
    _ logs: [Log], by excess: Int, whole: String, _ write: ([Int: Shortened]) -> (text: Text, excess: Int)
  ) -> (text: Text?, excess: Int) {
    var wanted = excess
    while true {
      let (shorter, missing) = shortened(logs, by: wanted, whole: whole)
      guard missing <= 0 else { return (nil, missing) }
      let (text, rest) = write(shorter)
      guard rest > 0 else { return (text, 0) }
      wanted += rest
    }
  }

  /// The logs that have to be shorter, by their places, and how many units of UTF-16 are still too many.
  private static func shortened(
    _ logs: [Log], by excess: Int, whole: String
  ) -> (logs: [Int: Shortened], excess: Int) {
    let order = logs.sorted { left, right in
      left.isEvidence != right.isEvidence
        ? left.isEvidence : left.length > right.length
    }
    var excess = excess
    var shorter: [Int: Shortened] = [:]
    for log in order where excess > 0 {
      let rest = shortened(log.code, to: log.length - excess, whole: whole)
      let length = UTF16Length.of(rest.code.utf8)
      guard length < log.length else { continue }
      shorter[log.place] = rest
      excess -= log.length - length
    }
    return (shorter, excess)
  }

  /// The first and the last lines, and between them how many are left out.
  private static func shortened(_ code: String, to length: Int, whole: String) -> Shortened {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    let word = { (count: Int) in
      "[… \(count) line\(count == 1 ? "" : "s") left out here; all of it: \(whole)]"
    }
    var rest = length - UTF16Length.of(word(lines.count).utf8) - 1
    var head = 0
    var tail = 0
    while head + tail < lines.count {
      let isHead = head <= tail
      let line = isHead ? lines[head] : lines[lines.count - 1 - tail]
      rest -= UTF16Length.of(line.utf8) + 1
      guard rest >= 0 else { break }
      if isHead { head += 1 } else { tail += 1 }
    }
    let between = word(lines.count - head - tail)
    let kept = lines[..<head] + [Substring(between)] + lines[(lines.count - tail)...]
    return Shortened(head: head, tail: tail, word: between, code: kept.joined(separator: "\n"))
  }
}

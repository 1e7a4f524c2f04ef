/// Cues that mean the same, what is to be done about them, and the like of them that mean something else.
///
/// A pattern is a line of elements with spaces between them:
/// - `word`, `one|other|@class`: a word; `?` behind it: or none; `*`: up to four of them.
/// - `..3`: up to three words or commas of one clause; `..3!one|other`: none of these among them.
/// - `!one|other`: the next word away from the anchor is none of these.
/// - `^`, `$`: the sentence begins or ends here.
/// - `=word`: the anchor, where matching begins; without it, the first element that takes a word.
/// - `CODE`, `QUOTE`, `NUMBER`, `NAME`, `,`, `;`, `:`, `--`, `(`, `)`, `.`, `QUESTION`: what is no word; of words that no
///   pattern names, `ED` and `ING` those that end so, and `UNKNOWN` all others; of these, `PROPER` those with a capital, and
///   `PROPER's`.
/// - ` -> other words` at the end: what may stand instead; nothing behind it where the words may go.
struct CueGroup: Sendable {
  /// The rule that speaks.
  var rule: ToneRule

  /// What the message says of the cue, behind its words: "leaves … open: …".
  var advice: String

  /// Where in a record the cues count.
  var settings = Setting.all

  /// Whether a sentence that rejects a hypothesis may have them.
  var yieldsToRejection = false

  /// The patterns that are cues.
  var cues: String

  /// Patterns around the anchor of a cue that show it to be none.
  var unless = ""
}

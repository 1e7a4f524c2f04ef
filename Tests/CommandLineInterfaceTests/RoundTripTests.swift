import Chance
import CommandLineInterface
import Declaration
import Testing

struct RoundTripTests {
  @Test func `No command line makes the parser fall over`() {
    var random = SplitMix(seed: 20)
    for _ in 0..<2000 {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in Self.word(&random) }
      #expect(throws: Never.self) {
        do {
          _ = try CommandLineTool.sample.parse(words)
        } catch let error as CommandLineError {
          let message = CommandLineTool.sample.message(for: error)
          #expect(message.hasSuffix("`.\n"), "\(words)")
        }
      }
    }
  }

  @Test func `Values written as words parse back as the same values`() throws {
    var random = SplitMix(seed: 21)
    for _ in 0..<500 {
      let measure = Self.measure(&random)
      let words = CommandLineTool.sample.words(for: measure)
      guard case .run(let parsed, _) = try CommandLineTool.sample.parse(words) else {
        Issue.record("\(words) is read as another request.")
        continue
      }
      #expect(parsed.fieldValues == measure.fieldValues, "\(words)")
    }
  }

  @Test func `An argument that is the second word of another name parses back as an argument`() throws {
    var note = Note()
    note.text = "import"
    #expect(CommandLineTool.sample.words(for: note) == ["note", "--", "import"])
    var notes = ImportNotes()
    notes.file = "x"
    #expect(CommandLineTool.sample.words(for: notes) == ["note", "import", "x"])
  }

  static func measure(_ random: inout SplitMix) -> Measure {
    var measure = Measure()
    measure.distance = Int.random(in: -9...9, using: &random)
    measure.offset = Int.random(in: .min ... .max, using: &random)
    let things = texts(&random)
    if !things.isEmpty { measure.things = things }
    let levels = texts(&random).map { _ in Double.random(in: -1e9...1e9, using: &random) }
    if !levels.isEmpty { measure.levels = levels }
    let names = texts(&random)
    if !names.isEmpty { measure.names = names }
    if Bool.random(using: &random) { measure.brisk = true }
    if Bool.random(using: &random) { measure.round = Bool.random(using: &random) }
    return measure
  }

  static func texts(_ random: inout SplitMix) -> [String] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in word(&random) }
  }

  /// A word that is likely to mean something, or one of arbitrary letters.
  static func word(_ random: inout SplitMix) -> String {
    let telling = [
      "prove", "measure", "note", "import", "tracker", "login", "help", "manual", "completions", "bash", "--",
      "-", "", "-C", "--json", "--repro",
      "--repro=x", "--help", "-h", "--version", "-5", "7", "--offset", "-o", "-o=", "--=", "--no-round",
      "-br",
      "--levels", "---", "=", "--names=", "--cache", "keep", "日本", "\u{1B}[0m", "-é", "--é=é",
    ]
    if Int.random(in: 0..<4, using: &random) > 0 { return telling.randomElement(using: &random) ?? "" }
    let scalars = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 1...0x2FFF, using: &random))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

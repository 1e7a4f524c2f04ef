import Declaration
import Testing

struct MakingTests {
  @Test func `Fields that are not given stand at their defaults`() throws {
    let made = try Excursion.make(from: ["destination": ["lake"], "headCount": ["3"]])
    #expect(made.destination == "lake")
    #expect(made.headCount == 3)
    #expect(made.stops.isEmpty)
    #expect(made.season == nil)
    #expect(made.rest == .minutes(5))
    #expect(!made.quick)
    #expect(made.provisions.waterLitres == 1.5)
    #expect(made.provisions.dishes == ["bread"])
    #expect(made.provisions.stove)
  }

  @Test func `Every sort of field takes its texts`() throws {
    let made = try Excursion.make(from: [
      "destination": ["lake"], "stops": ["mill", "inn"], "headCount": ["-3"], "season": ["autumn"],
      "rest": ["90"], "speed": ["4.5"], "quick": [], "waterLitres": ["2"], "dishes": [], "stove": ["false"],
    ])
    #expect(made.stops == ["mill", "inn"])
    #expect(made.headCount == -3)
    #expect(made.season == .autumn)
    #expect(made.rest == .seconds(90))
    #expect(made.speed == 4.5)
    #expect(made.quick)
    #expect(made.provisions.waterLitres == 2)
    #expect(made.provisions.dishes.isEmpty)
    #expect(!made.provisions.stove)
  }

  @Test func `What was set is told, and makes an equal value`() throws {
    let given: FieldValues = [
      "destination": ["lake"], "headCount": ["3"], "rest": ["60s"], "stove": ["false"], "dishes": ["a", "b"],
    ]
    let made = try Excursion.make(from: given)
    #expect(made.fieldValues == given)
  }

  @Test func `Values may be set in code`() {
    var excursion = Excursion()
    excursion.destination = "lake"
    excursion.provisions.stove = false
    #expect(excursion.fieldValues == ["destination": ["lake"], "stove": ["false"]])
  }

  static let failures: [(name: String, values: FieldValues, complaint: String)] = [
    ("nothing given", [:], "missing destination"),
    ("no texts", ["destination": [], "headCount": ["1"]], "missing destination"),
    ("two for one", ["destination": ["a", "b"], "headCount": ["1"]], "repeated destination"),
    ("no number", ["destination": ["a"], "headCount": ["many"]], "invalid headCount many nil"),
    (
      "near choice", ["destination": ["a"], "headCount": ["1"], "season": ["sumer"]],
      "invalid season sumer summer"
    ),
    (
      "wild choice", ["destination": ["a"], "headCount": ["1"], "season": ["monday"]],
      "invalid season monday nil"
    ),
    ("flag", ["destination": ["a"], "headCount": ["1"], "quick": ["maybe"]], "invalid quick maybe nil"),
    (
      "in a list", ["destination": ["a"], "headCount": ["1"], "waterLitres": ["nan"]],
      "invalid waterLitres nan nil"
    ),
    ("near key", ["head_count": ["1"]], "unexpected head_count headCount"),
    ("wild key", ["zzzzz": ["1"]], "unexpected zzzzz nil"),
  ]

  @Test(arguments: failures)
  func `Texts that do not fit are refused with the facts`(
    name: String, values: FieldValues, complaint: String
  ) {
    let error = #expect(throws: FieldError.self, "\(name)") { try Excursion.make(from: values) }
    #expect(error.map(Self.facts) == complaint, "\(name)")
  }

  static func facts(_ error: FieldError) -> String {
    switch error {
    case .missing(let field): "missing \(field.key)"
    case .invalid(let field, let value, let near): "invalid \(field.key) \(value) \(near ?? "nil")"
    case .repeated(let field, _): "repeated \(field.key)"
    case .unexpected(let key, let near): "unexpected \(key) \(near ?? "nil")"
    }
  }
}

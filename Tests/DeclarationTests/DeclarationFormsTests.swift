import Declaration
import FoundationEssentials
import Testing

struct DeclarationFormsTests {
  /// Each way to declare an option or an argument, with and without a default.
  struct Forms: Operation {
    static let configuration = OperationConfiguration(name: "forms", abstract: "All forms.")

    @Argument(help: "One.") var argument: String
    @Argument(help: "One.") var argumentWithDefault = 1
    @Argument(help: "Perhaps.") var optionalArgument: String?
    @Argument(help: "Perhaps.") var optionalArgumentWithDefault: String? = "b"
    @Argument(help: "Many.") var arguments: [Int]
    @Argument(help: "Many.") var argumentsWithDefault = [1, 2]
    @Option(help: "One.") var option: String
    @Option(help: "One.") var optionWithDefault = true
    @Option(help: "Perhaps.") var optionalOption: Int?
    @Option(help: "Perhaps.") var optionalOptionWithDefault: Int? = 3
    @Option(help: "Many.") var options: [Int]
    @Option(help: "Many.") var optionsWithDefault = ["a b", "c"]
  }

  @Test func `The form of a declaration tells whether it is required, and the default`() {
    let facts = Forms.fields.map { "\($0.key) \($0.isRequired) \($0.isRepeated) \($0.defaultStrings ?? [])" }
    #expect(
      facts == [
        "argument true false []", "argumentWithDefault false false [\"1\"]",
        "optionalArgument false false []", "optionalArgumentWithDefault false false [\"b\"]",
        "arguments true true []", "argumentsWithDefault false true [\"1\", \"2\"]",
        "option true false []", "optionWithDefault false false [\"true\"]",
        "optionalOption false false []", "optionalOptionWithDefault false false [\"3\"]",
        "options true true []", "optionsWithDefault false true [\"a b\", \"c\"]",
      ])
  }

  @Test func `An argument says whether it takes the words behind the end of options`() {
    struct Words: ParsableArguments {
      @Argument(help: "") var remaining: [String] = []
      @Argument(parsing: .postTerminator, help: "") var behind: [String]
      @Argument(parsing: .postTerminator, help: "") var behindOrNone: [String] = []
    }
    #expect(Words.fields.map(\.argumentParsing) == [.remaining, .postTerminator, .postTerminator])
    #expect(Words.fields.map(\.isRequired) == [false, true, false])
  }

  @Test func `Names in camel case become names in kebab case`() {
    struct Names: ParsableArguments {
      @Flag(help: "") var runs = false
      @Flag(help: "") var maxRuns = false
      @Flag(help: "") var useHTTPProxy = false
      @Flag(help: "") var toURL = false
    }
    #expect(Names.fields.map(\.flagName) == ["runs", "max-runs", "use-http-proxy", "to-url"])
  }

  @Test func `A foreign decoder has no fields to give`() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Forms.self, from: Data(#"{"argument":"a"}"#.utf8))
    }
  }

  @Test func `Reading a required field that was never given is our mistake`() async {
    await #expect(processExitsWith: .failure) { _ = Forms().argument }
  }

  @Test func `A stored property that is no field is our mistake`() async {
    await #expect(processExitsWith: .failure) { _ = try Stray.make(from: [:]) }
  }

  struct Stray: ParsableArguments {
    var count = 0
  }
}

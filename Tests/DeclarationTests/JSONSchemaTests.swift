import Declaration
import FoundationEssentials
import Testing

struct JSONSchemaTests {
  /// The members of `properties`, one a line, as `json` must print them.
  static let properties = [
    #""destination":{"type":"string","description":"Where to go."}"#,
    #""stops":{"type":"array","items":{"type":"string"},"description":"On the way.","default":[]}"#,
    #""headCount":{"type":"integer","description":"People.\n\nChildren count."}"#,
    #""season":{"type":"string","enum":["spring","summer","autumn"]}"#,
    #""rest":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(ms|s|m|h)?$","description":"How long to rest.","#
      + #""default":"5m"}"#,
    #""speed":{"type":"number"}"#,
    #""quick":{"type":"boolean","default":false}"#,
    #""waterLitres":{"type":"number","description":"Litres of water.","default":1.5}"#,
    #""dishes":{"type":"array","items":{"type":"string"},"description":"What to eat.","default":["bread"]}"#,
    #""stove":{"type":"boolean","description":"Take a stove.","default":true}"#,
  ]

  @Test func `The schema has every shown field in the order of declaration`() {
    let expected =
      #"{"type":"object","properties":{"# + Self.properties.joined(separator: ",")
      + #"},"required":["destination","headCount"],"additionalProperties":false}"#
    #expect(Excursion.jsonSchema.json == expected)
  }

  @Test func `A list that must be given holds at least one`() {
    struct Packing: Operation {
      static let configuration = OperationConfiguration(name: "pack", abstract: "Pack.")
      @Argument(help: "Say \"what\"\u{1}.") var things: [Int]
    }
    let expected =
      #"{"type":"object","properties":{"things":{"type":"array","items":{"type":"integer"},"minItems":1,"#
      + #""description":"Say \"what\"\u0001."}},"required":["things"],"additionalProperties":false}"#
    #expect(Packing.jsonSchema.json == expected)
  }

  @Test func `An operation without fields takes an empty object`() {
    struct Rest: Operation {
      static let configuration = OperationConfiguration(name: "rest", abstract: "Rest.")
    }
    #expect(Rest.jsonSchema.json == #"{"type":"object","properties":{},"additionalProperties":false}"#)
  }

  @Test func `An encoder writes the same tree`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let encoded = try encoder.encode(Excursion.jsonSchema)
    let decoded = try JSONDecoder().decode(Tree.self, from: encoded)
    let printed = try JSONDecoder().decode(Tree.self, from: Data(Excursion.jsonSchema.json.utf8))
    #expect(decoded == printed)
  }

  /// Any JSON value, for comparing.
  indirect enum Tree: Decodable, Equatable {
    case object([String: Tree])
    case array([Tree])
    case truth(Bool)
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let members = try? container.decode([String: Tree].self) {
        self = .object(members)
      } else if let elements = try? container.decode([Tree].self) {
        self = .array(elements)
      } else if let truth = try? container.decode(Bool.self) {
        self = .truth(truth)
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }
}

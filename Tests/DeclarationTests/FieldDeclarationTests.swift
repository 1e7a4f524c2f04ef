import Declaration
import Testing

struct FieldDeclarationTests {
  @Test func `Fields come in the order of declaration, those of a group in its place`() {
    #expect(
      Excursion.fields.map(\.key) == [
        "destination", "stops", "headCount", "season", "rest", "speed", "quick", "seed", "waterLitres",
        "dishes", "stove",
      ])
  }

  @Test func `Names are in kebab case unless they are given`() {
    #expect(
      Excursion.fields.map(\.flagName) == [
        "destination", "stops", "head-count", "season", "rest", "pace", "quick", "seed", "water-litres",
        "dishes", "stove",
      ])
    #expect(Excursion.fields.compactMap(\.shortName) == ["q", "w"])
  }

  @Test func `A field tells all that a face has to know`() throws {
    let dishes = try #require(Excursion.fields.first { $0.key == "dishes" })
    #expect(dishes.kind == .option)
    #expect(dishes.help == "What to eat.")
    #expect(dishes.valueName == "dish")
    #expect(dishes.spelling == "--dishes")
    #expect(dishes.isRepeated)
    #expect(!dishes.isRequired)
    #expect(dishes.arrayParsing == .upToNextOption)
    #expect(dishes.defaultDescription == "bread")
    #expect(dishes.section == "Provisions")
  }

  @Test func `Only fields without a default are required`() {
    #expect(Excursion.fields.filter(\.isRequired).map(\.key) == ["destination", "headCount"])
  }

  @Test func `The type of a property tells what texts it takes`() {
    #expect(
      Excursion.fields.map(\.valueKind) == [
        .string, .directory, .integer, .choice(["spring", "summer", "autumn"]), .duration, .number, .boolean,
        .integer, .number, .string, .boolean,
      ])
  }

  @Test func `Defaults print as they would be typed`() {
    #expect(
      Excursion.fields.map(\.defaultDescription) == [
        nil, nil, nil, nil, "5m", nil, nil, nil, "1.5", "bread", "true",
      ])
  }
}

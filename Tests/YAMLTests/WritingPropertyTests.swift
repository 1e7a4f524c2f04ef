import Testing
import YAML

@Suite struct WritingPropertyTests {
  @Test(arguments: UInt64(0)..<15)
  func `what is written reads back the same`(batch: UInt64) throws {
    for seed in batch * 100..<batch * 100 + 100 {
      var values = RandomValue(seed: seed)
      let value = values.value(depth: 5, nasty: true)
      let text = try YAMLWriter.text(of: value, heading: values.text())
      #expect(try YAMLDocument(text: text, name: "a.yaml").root.value == value, "seed \(seed)")
    }
  }

  @Test(arguments: RandomValue.nastyTexts)
  func `a nasty text reads back the same wherever it stands`(text: String) throws {
    let key = String(String.UnicodeScalarView(text.unicodeScalars.prefix(80)))
    let value: YAMLValue = .map([
      .init("first", .text(text)),
      .init("list", [.text(text), [.text(text)], .map([.init("in", .text(text))])]),
      .init("map", .map([.init(key, .text(text), comment: text)])), .init("last", .text(text)),
    ])
    #expect(try YAMLDocument(text: YAMLWriter.text(of: value), name: "a.yaml").root.value == value)
    #expect(
      try YAMLDocument(text: YAMLWriter.text(of: .text(text)), name: "a.yaml").root.value == .text(text))
  }
}

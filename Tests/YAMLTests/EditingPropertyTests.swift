import Testing
import YAML

@Suite struct EditingPropertyTests {
  @Test(arguments: UInt64(0)..<12)
  func `a messy text says what it was written from`(batch: UInt64) throws {
    for seed in batch * 100..<batch * 100 + 100 {
      var values = RandomValue(seed: seed)
      let value = values.map(count: 4, depth: 4, nasty: false)
      var messy = MessyText(seed: seed)
      let text = messy.document(value)
      let document = try YAMLDocument(text: text, name: "a.yaml")
      #expect(document.root.value == value, "seed \(seed)\n\(text)")
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func `an edited text says the edited value`(batch: UInt64) throws {
    for seed in batch * 100..<batch * 100 + 100 {
      var values = RandomValue(seed: seed)
      let value = values.map(count: 4, depth: 4, nasty: false)
      var messy = MessyText(seed: seed)
      let document = try YAMLDocument(text: messy.document(value), name: "a.yaml")
      guard let edit = RandomEdit.any(of: value, values: &values, nasty: seed % 2 == 0) else { continue }
      do {
        let edited = try edit.applied(to: document)
        let expected = edit.expected(of: value)
        #expect(edited.root.value.ordered == expected.ordered, "seed \(seed)")
        let shared = SharedLines(old: document.bytes, new: edited.bytes)
        let concern = edit.concern(in: document)
        let isKept =
          shared.before + shared.after >= shared.total - concern.count
          && shared.before >= concern.lines.lowerBound
          && shared.after >= shared.total - concern.lines.upperBound
        #expect(isKept, "seed \(seed) \(edit) \(concern)\n\(document.text)\n=====\n\(edited.text)")
      } catch {
        Issue.record("seed \(seed) \(edit)\n\(error)\n\(document.text)")
      }
    }
  }
}

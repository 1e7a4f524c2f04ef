import Testing

@testable import Masking

@Suite struct SecretRuleTests {
  @Test(arguments: SecretRule.all.map(\.identifier))
  func `a rule masks its examples and leaves the others alone`(identifier: String) throws {
    let rule = try #require(SecretRule.all.first { $0.identifier == identifier })
    for template in rule.masked {
      for seed in UInt64(1)...20 {
        let sample = Sample(template, seed: seed)
        let masked = Masker().mask(sample.text)
        let shown = "\(template) → \(String(decoding: masked.text, as: UTF8.self))"
        #expect(masked.secrets.map(\.kind) == [rule.identifier], "\(shown)")
        let kept =
          sample.text.prefix(sample.secret.lowerBound) + sample.text.suffix(from: sample.secret.upperBound)
        let mark = "MASKED-" + (masked.secrets.first?.fingerprint ?? "")
        let left = String(decoding: masked.text, as: UTF8.self).replacing(mark, with: "").utf8
        #expect(
          left.filter { $0 > 0x20 && $0 != UInt8(ascii: "+") }
            == kept.filter { $0 > 0x20 && $0 != UInt8(ascii: "+") }, "\(shown)")
        #expect(Masker().mask(masked.text).text == masked.text, "masked twice: \(shown)")
      }
    }
    for template in rule.kept {
      let sample = Sample(template)
      let masked = Masker().mask(sample.text)
      #expect(masked.text == sample.text, "\(template) → \(String(decoding: masked.text, as: UTF8.self))")
    }
  }
}

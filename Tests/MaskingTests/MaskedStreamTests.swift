import Testing

@testable import Masking

@Suite struct MaskedStreamTests {
  /// Every example of every rule, between lines of a log, and once in a line without an end.
  private var text: [UInt8] {
    var text: [UInt8] = []
    for (place, template) in SecretRule.all.flatMap(\.masked).enumerated() {
      text += Sample(template, seed: UInt64(place % 20 + 1)).text
      text += "\n2026-03-01 10:00:00 INFO worker \(place) is ready\n".utf8
      text += [UInt8](repeating: UInt8(ascii: "."), count: place.isMultiple(of: 9) ? 70_000 : 10)
      text += " ".utf8
    }
    return text
  }

  @Test(arguments: [1, 7, 1000, 65_536, 131_073, 500_000])
  func `how a text is cut makes no difference`(piece: Int) {
    let text = text
    let whole = Masker().mask(text)
    var stream = Masker().stream()
    var masked: [UInt8] = []
    var rest = text[...]
    while !rest.isEmpty {
      masked += stream.feed(rest.prefix(piece))
      rest = rest.dropFirst(piece)
    }
    masked += stream.finish()
    #expect(masked == whole.text)
    #expect(stream.secrets == whole.secrets)
    let kinds = SecretRule.all.flatMap { rule in rule.masked.map { _ in rule.identifier } }
    #expect(whole.secrets.map(\.kind) == kinds)
  }

  @Test func `a secret is told with its kind, place and length`() throws {
    let sample = Sample("one\nGH=⟦ghp_⟨alnum 36⟩⟧ two")
    let secret = try #require(Masker().mask(sample.text).secrets.first)
    #expect(secret.kind == "github-token")
    #expect([secret.line, secret.column, secret.length] == [2, 4, 40])
    #expect(secret.fingerprint.hasPrefix("github-token-"))
    #expect(Masker.isFingerprint(secret.fingerprint))
  }

  @Test(arguments: ["", "MASKED-"])
  func `a fingerprint lets its secret through and no other`(mark: String) throws {
    let one = Sample("a ghp_⟨alnum 36⟩").text
    let other = Sample("a ghp_⟨alnum 36⟩", seed: 2).text
    let fingerprint = mark + (try #require(Masker().mask(one).secrets.first).fingerprint)
    #expect(Masker(allowing: [fingerprint]).mask(one).text == one)
    #expect(Masker(allowing: [fingerprint]).mask(other).text != other)
  }

  @Test func `the words of a command name what the next one holds`() {
    let secret = String(decoding: Sample("⟨alnum 24⟩").text, as: UTF8.self)
    let masked = Masker().mask(words: ["deploy", "--token", secret, "now"])
    #expect(masked.text.count == 4)
    #expect(masked.text[2].hasPrefix("MASKED-assigned-secret-"))
    #expect(masked.text[3] == "now")
  }

  @Test func `a key without an end takes no more than its own lines`() {
    let sample = Sample("-----BEGIN PRIVATE KEY-----\n⟨base64 64⟩\n⟨base64 64⟩\nthe test failed: 3 of 4\n")
      .text
    let lines = String(decoding: Masker().mask(sample).text, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("MASKED-private-key-") && lines[2].hasPrefix("MASKED-private-key-"))
    #expect(lines[3] == "the test failed: 3 of 4")
  }
}

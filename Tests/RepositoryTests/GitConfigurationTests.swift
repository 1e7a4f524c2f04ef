import Scratch
import Storage
import Testing

@testable import Repository

@Suite struct GitConfigurationTests {
  /// What git reads from a configuration file of this text.
  private func listing(of text: String) throws -> [UInt8] {
    let directory = try TemporaryDirectory()
    try FileTree.write(Array(text.utf8), to: "\(directory.path)/config")
    let listing = try ScratchRepository.git(
      ["config", "--file", "\(directory.path)/config", "--list", "-z"], in: directory.path)
    return Array(listing.utf8)
  }

  @Test func `what is written is read back by git as it was, whatever it holds`() throws {
    var numbers = SystemRandomNumberGenerator()
    let alphabet = Array("ab\\\"'\n\t #;=[].ü€ \u{8}").map(String.init)
    func text(_ length: Int) -> String {
      (0..<length).map { _ in alphabet.randomElement(using: &numbers) ?? "" }.joined()
    }
    var records: [String] = []
    for number in 0..<400 {
      // A subsection holds no newline.
      let subsection = text(number % 9).replacing("\n", with: "")
      records.append("section.\(subsection).key\n\(text(number % 13))")
      records.append("section.key\(number)\n\(text(number % 7))")
    }
    let configuration = GitConfiguration(listing: Array(records.map { "\($0)\0" }.joined().utf8))
    let readBack = try listing(of: configuration.fileText)
    expectEqualText(
      String(decoding: readBack, as: UTF8.self).replacing("\0", with: "\0\n"),
      records.map { "\($0)\0\n" }.joined())
  }

  @Test func `a name without a value stays one`() throws {
    let configuration = GitConfiguration(listing: Array("core.bare\0core.empty\n\0".utf8))
    #expect(try listing(of: configuration.fileText) == Array("core.bare\0core.empty\n\0".utf8))
    #expect(configuration.value("core.bare") == nil)
    #expect(configuration.value("core.empty") == "")
  }

  @Test func `the last of several values counts, and all are kept`() throws {
    var configuration = GitConfiguration(listing: Array("a.b\none\0a.b\ntwo\0c.d\nx\0".utf8))
    #expect(configuration.value("a.b") == "two")
    configuration.append("a.b", "three")
    let kept = configuration.filtered { $0 == "a.b" }
    #expect(try listing(of: kept.fileText) == Array("a.b\none\0a.b\ntwo\0a.b\nthree\0".utf8))
  }
}

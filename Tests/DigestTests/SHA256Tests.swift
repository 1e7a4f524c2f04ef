import Digest
import Testing

@Suite struct SHA256Tests {
  // FIPS 180-4 examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func `known texts have their published digests`(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: text.utf8) == digest)
  }

  @Test func `pieces give the digest of the whole`() {
    var digest = SHA256()
    digest.update("a".utf8)
    digest.update("".utf8)
    digest.update("bc".utf8)
    #expect(digest.hexadecimal() == SHA256.hexadecimal(of: "abc".utf8))
  }

  @Test func `fields do not run into each other`() {
    var first = SHA256()
    first.update(field: "ab")
    first.update(field: "c")
    var second = SHA256()
    second.update(field: "a")
    second.update(field: "bc")
    #expect(first.hexadecimal() != second.hexadecimal())
  }

  @Test func `random bytes have the length asked for and differ`() {
    #expect(RandomBytes.hexadecimal(count: 16).utf8.count == 32)
    #expect(RandomBytes.hexadecimal(count: 16) != RandomBytes.hexadecimal(count: 16))
  }
}

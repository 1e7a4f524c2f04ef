import Scratch
import Storage
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct NullEndedTextsTests {
  private static let long = [UInt8](repeating: 0x61, count: 65_535)

  @Test(
    arguments: [
      ([], []), ([0], [[]]), ([1], [[1]]), ([1, 0], [[1]]), ([0, 0, 2], [[], [], [2]]),
      (long + [0], [long]), (long + [1, 0, 2], [long + [1], [2]]),
      (long + long + [0, 0], [long + long, []]),
    ] as [([UInt8], [[UInt8]])])
  func `each text ends with a NUL, the last may do without`(_ bytes: [UInt8], _ expected: [[UInt8]]) throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/texts"
    try FileTree.write(bytes, to: path)
    var texts = try NullEndedTexts(of: path)
    var read: [[UInt8]] = []
    while let text = try texts.next() { read.append(text) }
    #expect(read == expected)
  }

  @Test func `a file that is not there is an error with its path`() throws {
    let directory = try TemporaryDirectory()
    let path = "\(directory.path)/none"
    #expect(throws: FileError(.read, path, code: ENOENT)) { _ = try NullEndedTexts(of: path) }
  }
}

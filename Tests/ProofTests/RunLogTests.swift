import Digest
import Scratch
import Storage
import Testing

@testable import Proof

@Suite struct RunLogTests {
  let directory: TemporaryDirectory

  /// What stays in memory of the beginning, and of the end.
  static let window = RunLog.window

  init() throws {
    directory = try TemporaryDirectory()
  }

  /// Bytes that show where they come from.
  private func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  private func notice(_ gap: Int) -> [UInt8] {
    Array("\n[… \(gap) bytes are left out here …]\n".utf8)
  }

  @Test(arguments: [
    0, 1, window - 1, window, window + 1, 2 * window - 1, 2 * window, 2 * window + 1, 3 * window + 7,
  ])
  func `the text is the whole output, or its beginning and its end`(size: Int) throws {
    let output = bytes(size)
    var log = RunLog(in: directory.path)
    var rest = output[...]
    var part = 1
    while !rest.isEmpty {
      try log.append(rest.prefix(part))
      rest = rest.dropFirst(part)
      part = part * 3 % 500_009 + 1
    }
    let gap = size - 2 * Self.window
    #expect(
      log.text == (gap > 0 ? output.prefix(Self.window) + notice(gap) + output.suffix(Self.window) : output))
    #expect(log.size == size)
    let name = try log.keep()
    #expect(name == SHA256.hexadecimal(of: output))
    #expect(try FileTree.read("\(directory.path)/\(name).log") == output)
    #expect(try FileTree.list(directory.path) == ["\(name).log"])
  }

  @Test func `output beyond the limit is kept without its middle`() throws {
    let chunk = bytes(1 << 20)
    var log = RunLog(in: directory.path)
    for _ in 0..<34 { try log.append(chunk[...]) }
    try log.append([7, 8, 9])
    let name = try log.keep()
    let kept = try FileTree.read("\(directory.path)/\(name).log")
    let gap = (2 << 20) + 3 - Self.window
    #expect(kept.count == RunLog.limit + notice(gap).count + Self.window)
    #expect(Array(kept.dropFirst(RunLog.limit).prefix(notice(gap).count)) == notice(gap))
    #expect(Array(kept.suffix(4)) == [chunk[chunk.count - 1], 7, 8, 9])
  }

  @Test func `output just beyond the limit is kept whole`() throws {
    let chunk = bytes(1 << 20)
    var log = RunLog(in: directory.path)
    for _ in 0..<32 { try log.append(chunk[...]) }
    try log.append([7, 8, 9])
    let kept = try FileTree.read("\(directory.path)/\(log.keep()).log")
    #expect(kept.count == RunLog.limit + 3)
    #expect(Array(kept.suffix(4)) == [chunk[chunk.count - 1], 7, 8, 9])
  }

  @Test func `the same output is kept once`() throws {
    var names: [String] = []
    for _ in 0..<2 {
      var log = RunLog(in: directory.path)
      try log.append([1, 2, 3])
      names.append(try log.keep())
    }
    #expect(names[0] == names[1])
    #expect(try FileTree.list(directory.path) == ["\(names[0]).log"])
  }

  @Test func `a log that cannot be written says why`() {
    #expect(throws: FileError.self) {
      var log = RunLog(in: "\(directory.path)/nothing")
      _ = try log.keep()
    }
  }
}

/// Messages of failures, as they are compared: what differs from run to run is taken out.
public enum FailureText {
  /// A message without times, addresses, ids, numbers and temporary paths, and, where enough is left, without what it quotes.
  public static func masked(_ message: String) -> String {
    let normal = Signature(treeRoots: []).normalised(Line(message))
    let bytes = withoutNumbers(Array(normal.replacing("<number>", with: "<n>").utf8))
    let unquoted = withoutQuotations(bytes)
    return String(decoding: words(in: unquoted) >= 3 ? unquoted : bytes, as: UTF8.self)
  }

  /// How many words of two letters or more a masked message has: how much it says.
  public static func words(in message: String) -> Int { words(in: Array(message.utf8)) }

  /// Whether a masked message is what programs print around any failure.
  public static func isBoilerplate(_ message: String) -> Bool {
    let low = message.lowercased()
    return boilerplate.contains { low.contains($0) }
  }

  private static let boilerplate = [
    "most recent call last", "stack backtrace", "stack trace:", "during handling of the above",
    "the above exception was",
    "rust_backtrace", "running <n> test", "test result:", "test session starts", "short test summary",
    "goroutine <n>",
    "exit status", "exit code", "process finished", "build failed", "build succeeded", "core dumped",
    "make: ***",
    "tests passed", "tests failed", "failed tests", "aborting", "received signal", "summary: ", "thrown in",
  ]

  private static func words(in bytes: [UInt8]) -> Int {
    var count = 0
    for part in bytes.split(whereSeparator: { !$0.isWord && $0 != 0x3C && $0 != 0x3E }) {
      let isMasked = part.first == 0x3C
      if !isMasked, part.count(where: \.isLetter) >= 2 { count += 1 }
    }
    return count
  }

  private static func withoutNumbers(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isNumber = bytes[place].isDigit && (output.last.map { !$0.isWord } ?? true)
      guard isNumber else {
        output.append(bytes[place])
        place += 1
        continue
      }
      while place < bytes.count, bytes[place].isDigit || bytes[place] == 0x2E { place += 1 }
      output += "<n>".utf8
    }
    return output
  }

  private static func withoutQuotations(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let isMark = byte == 0x22 || byte == 0x27 || byte == 0x60
      // An apostrophe within a word opens nothing.
      let opens = isMark && (output.last.map { !$0.isWord } ?? true)
      if opens,
        let end = bytes[(place + 1)...].firstIndex(where: { $0 == byte || byte == 0x60 && $0 == 0x27 })
      {
        output += "<…>".utf8
        place = end + 1
      } else {
        output.append(byte)
        place += 1
      }
    }
    return output
  }
}

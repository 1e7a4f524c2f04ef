/// Replaces what differs from run to run in one line: times, addresses, ids, ports and temporary paths.
struct Normaliser {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The line in which every such thing is named instead of shown.
  consuming func result() -> [UInt8] {
    while position < bytes.count {
      if !replaceTemporaryPath() && !replaceWorker() && !replaceAddress() && !replaceCutAddress()
        && !replaceHash() && !replaceNumber()
      {
        copyToken()
      }
    }
    return output
  }

  private mutating func copyToken() {
    let isWord = bytes[position].isWord
    repeat {
      output.append(bytes[position])
      position += 1
    } while isWord && position < bytes.count && bytes[position].isLetter
  }

  private mutating func replace(upTo end: Int, with name: String) -> Bool {
    output += "<\(name)>".utf8
    position = end
    return true
  }

  private var isAtWordStart: Bool { position == 0 || !bytes[position - 1].isWord }

  private func end(from start: Int, while holds: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, holds(bytes[end]) { end += 1 }
    return end
  }

  private func has(_ text: String, at index: Int) -> Bool {
    index >= 0 && index <= bytes.count && bytes[index...].starts(with: text.utf8)
  }

  // MARK: Paths, addresses, hashes

  private mutating func replaceTemporaryPath() -> Bool {
    guard bytes[position] == UInt8(ascii: "/"), isAtWordStart else { return false }
    let roots = [
      "/tmp/", "/private/tmp/", "/var/tmp/", "/var/folders/", "/private/var/folders/", "/dev/shm/",
    ]
    guard roots.contains(where: { has($0, at: position) }) else { return false }
    let isPath: (UInt8) -> Bool = { $0 > 0x20 && !"'\"`:,;()<>[]{}|".utf8.contains($0) }
    return replace(upTo: end(from: position, while: isPath), with: "tmp")
  }

  /// pytest-xdist's `gw0`.
  private mutating func replaceWorker() -> Bool {
    guard has("gw", at: position), isAtWordStart else { return false }
    let end = end(from: position + 2) { $0.isDigit }
    return end > position + 2 ? replace(upTo: end, with: "worker") : false
  }

  private mutating func replaceAddress() -> Bool {
    guard has("0x", at: position) || has("0X", at: position), isAtWordStart else { return false }
    let end = end(from: position + 2) { $0.isHexDigit }
    return end - position > 5 ? replace(upTo: end, with: "address") : false
  }

  /// The end of an address or id, where a test runner has cut off what stands before it: `<Tag...7616896>`.
  private mutating func replaceCutAddress() -> Bool {
    guard has("...", at: position - 3) else { return false }
    let end = end(from: position) { $0.isHexDigit }
    guard end - position >= 5, end < bytes.count, bytes[end] == UInt8(ascii: ">"),
      bytes[position..<end].contains(where: \.isDigit)
    else { return false }
    return replace(upTo: end, with: "address")
  }

  /// A commit, a digest, the parts of a UUID: at least eight hex digits, of both kinds.
  private mutating func replaceHash() -> Bool {
    guard isAtWordStart, bytes[position].isHexDigit else { return false }
    let end = end(from: position) { $0.isHexDigit || $0 == UInt8(ascii: "-") }
    let run = bytes[position..<end]
    guard run.count >= 8, end == bytes.count || !bytes[end].isWord, run.contains(where: \.isDigit),
      run.contains(where: \.isLetter)
    else { return false }
    return replace(upTo: end, with: "hash")
  }

  // MARK: Numbers

  private mutating func replaceNumber() -> Bool {
    guard bytes[position].isDigit,
      position == 0 || !(bytes[position - 1].isWord || bytes[position - 1] == 0x2E)
    else { return false }
    let digits = end(from: position) { $0.isDigit }
    if let end = endOfClock(from: position, digits: digits) { return replace(upTo: end, with: "time") }
    let number = has(".", at: digits) ? end(from: digits + 1) { $0.isDigit } : digits
    if let end = endOfUnit(from: number) { return replace(upTo: end, with: "duration") }
    if Self.deaths.contains(where: { has($0, at: digits) }) { return replace(upTo: digits, with: "id") }
    if !has(".", at: digits), let name = nameBefore() { return replace(upTo: digits, with: name) }
    // Ids, ports without a word before them, times since the epoch; what a test compares is mostly shorter.
    if digits - position >= 5 { return replace(upTo: number, with: "number") }
    output += bytes[position..<digits]
    position = digits
    return true
  }

  /// The end of a date or a time of day that begins here.
  private func endOfClock(from start: Int, digits: Int) -> Int? {
    let shape = bytes[start...].prefix(10).map { $0.isDigit ? UInt8(ascii: "0") : $0 }
    let isDate = shape.elementsEqual("0000-00-00".utf8) || shape.elementsEqual("0000/00/00".utf8)
    let isTime = shape.prefix(8).elementsEqual("00:00:00".utf8)
    guard isDate || isTime else { return nil }
    var end = end(from: start) { $0.isDigit || $0 == 0x2D || $0 == 0x2F || $0 == 0x3A || $0 == 0x2E }
    // The second half, after a `T` or a blank, and the zone.
    if isDate, end + 1 < bytes.count, bytes[end] == 0x54 || bytes[end] == 0x20, bytes[end + 1].isDigit {
      end = self.end(from: end + 1) { $0.isDigit || $0 == 0x3A || $0 == 0x2E || $0 == 0x2C }
    }
    if end < bytes.count, bytes[end] == 0x5A { end += 1 }
    if end < bytes.count, bytes[end] == 0x2B { end = self.end(from: end + 1) { $0.isDigit || $0 == 0x3A } }
    return end
  }

  /// The end of a unit of time that follows a number.
  private func endOfUnit(from start: Int) -> Int? {
    let isApart = start < bytes.count && bytes[start] == 0x20
    let unitStart = isApart ? start + 1 : start
    for unit in Self.units where has(unit, at: unitStart) {
      let end = unitStart + unit.utf8.count
      let isShort = unit.utf8.count == 1 && unit != "s"
      if end == bytes.count || !bytes[end].isWord, !(isApart && isShort) { return end }
      // `1m3s`, `2h5m`.
      if isShort, !isApart, end < bytes.count, bytes[end].isDigit {
        return endOfUnit(from: self.end(from: end) { $0.isDigit || $0 == 0x2E })
      }
    }
    return nil
  }

  private static let units = [
    "nanoseconds", "microseconds", "milliseconds", "seconds", "second", "secs", "sec", "minutes", "minute",
    "min", "hours",
    "hour", "msec", "usec", "ns", "µs", "us", "ms", "s", "m", "h",
  ]

  /// What the words before a number call it: `pid 17`, `port=80`, `--seed 3`, `127.0.0.1:4000`, `==17==`.
  private func nameBefore() -> String? {
    let before = bytes[max(0, position - 24)..<position].map { $0 | 0x20 }
    for (words, name) in Self.names
    where words.contains(where: { before.suffix($0.utf8.count).elementsEqual($0.utf8.map { $0 | 0x20 }) }) {
      return name
    }
    return nil
  }

  /// What a shell says after the id of a process that died.
  private static let deaths = [
    " Aborted ", " Segmentation fault ", " Killed ", " Illegal instruction ", " Bus error ",
  ]

  private static let names: [(words: [String], name: String)] = [
    (
      [
        "pid ", "pid=", "pid: ", "pid:", "pid[", "process ", "process id ", "tid ", "tid=", "thread ",
        "thread-", "'(",
      ], "id"
    ),
    (["port ", "port=", "port: ", "localhost:", "127.0.0.1:", "0.0.0.0:", "[::1]:", "[::]:"], "port"),
    (["seed ", "seed=", "seed: "], "seed"), (["=="], "id"), (["' ("], "id"), (["[gw"], "worker"),
  ]
}

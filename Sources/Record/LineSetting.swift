/// How a text sets its lines, so that what is put into it does the same.
struct LineSetting {
  /// What ends its lines: that of its first line, `\n` where it has none.
  let ending: [UInt8]

  init(of text: [UInt8]) {
    let first = SourceLine(at: 0, in: text)
    let isPair = first.map { $0.end - $0.contentEnd == 2 } ?? false
    ending = isPair ? [0x0D, 0x0A] : [0x0A]
  }

  /// `body` with these line endings, without blank lines around it and without an ending of its last line.
  func set(_ body: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var end = 0
    var start = 0
    while let line = SourceLine(at: start, in: body) {
      start = line.end
      let isBlank = line.isBlank(in: body)
      if isBlank, output.isEmpty { continue }
      output.append(contentsOf: body[line.start..<line.contentEnd])
      if !isBlank { end = output.count }
      output.append(contentsOf: ending)
    }
    return Array(output.prefix(end))
  }
}

import Scratch
import Subprocess
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal without a window: what a program writes to it can be read.
///
/// It keeps a few kilobytes; a program that writes more waits for a reader.
final class PseudoTerminal {
  private let reader: Int32

  /// As long as this end is open, what was written is not dropped.
  private let writer: Int32

  /// Its name in the file system.
  let path: String

  /// A terminal of so many columns.
  init(columns: UInt16) throws {
    var ends: (reader: Int32, writer: Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&ends.reader, &ends.writer, nil, nil, &size) == 0)
    (reader, writer) = ends
    path = String(cString: try #require(ttyname(writer)))
    _ = fcntl(reader, F_SETFL, O_NONBLOCK)
  }

  deinit {
    close(reader)
    close(writer)
  }

  /// What was written since the last call, lines ended by line feeds alone.
  func text() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(reader, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}

extension Bench {
  /// What the program writes to a terminal of so many columns, which is its standard output.
  func seen(_ arguments: String..., columns: UInt16, adding variables: [String: String] = [:]) throws
    -> String
  {
    let terminal = try PseudoTerminal(columns: columns)
    // The shell stays, so that the program is no leader of a session, and the terminal is not taken from under it.
    let command = Command(
      "sh", ["-c", #""$0" "$@" >"$TERMINAL"; exit $?"#, program.path] + arguments,
      environment: program.environment.merging(["TERMINAL": terminal.path, "TERM": "xterm"]) { $1 }
        .merging(variables) { $1 },
      workingDirectory: repository.path)
    let capture = try Spawner().capture(command, timeLimit: .seconds(60))
    #expect(capture.outcome.ending.isSuccess, "\(String(decoding: capture.error, as: UTF8.self))")
    return terminal.text()
  }
}

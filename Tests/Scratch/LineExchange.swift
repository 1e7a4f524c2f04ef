import CSubprocess
import Subprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is asked and answers line by line, and ends when its standard input is closed.
///
/// It ends with this value, and where the tests crash: nothing is left behind.
final class LineExchange: Sendable {
  private let program: pid_t
  private let input: Int32
  private let output: Int32

  /// Whether the program's standard input can still be written to.
  private let isInputOpen = Mutex(true)

  /// What was read beyond the last line; held while a line is waited for.
  private let unread = Mutex<[UInt8]>([])

  /// What the program came to, once it was reaped.
  private let reaped = Mutex<csubprocess_ending?>(nil)

  /// Starts the program; `arguments` begin with its name, which is looked up in PATH.
  ///
  /// - Throws: `SubprocessError` where the system refuses.
  init(_ arguments: [String], environment: [String: String], in place: String = "/") throws {
    _ = Self.ignoresBrokenPipes
    var inputEnds: [Int32] = [-1, -1]
    var outputEnds: [Int32] = [-1, -1]
    guard csubprocess_pipe(&inputEnds) == 0, csubprocess_pipe(&outputEnds) == 0 else {
      throw SubprocessError.systemCallFailed(name: "pipe", code: errno)
    }
    defer {
      close(inputEnds[0])
      close(outputEnds[1])
    }
    let words: [UnsafeMutablePointer<CChar>?] = (["env"] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var started: pid_t = -1
    let code = words.withUnsafeBufferPointer { words in
      variables.withUnsafeBufferPointer { variables in
        "/usr/bin/env".withCString { executable in
          place.withCString { directory in
            var request = csubprocess_request(
              executable: executable, arguments: words.baseAddress, environment: variables.baseAddress,
              working_directory: directory, standard_input: inputEnds[0], standard_output: outputEnds[1],
              standard_error: 2, in_foreground: 0)
            return csubprocess_spawn(&request, &started)
          }
        }
      }
    }
    (program, input, output) = (started, inputEnds[1], outputEnds[0])
    if code != 0 { throw SubprocessError.cannotStart(program: arguments[0], code: code) }
  }

  /// A program that has ended must not end the tests when it is asked (SIGPIPE): asking fails instead.
  private static let ignoresBrokenPipes: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
  }()

  /// Writes a line, if one is given, and waits for the next line of the program.
  ///
  /// - Throws: `LineExchangeError` where none comes in two minutes, or the program has ended.
  func ask(_ line: [UInt8]?) throws -> [UInt8] {
    if let line { try send(line + [UInt8(ascii: "\n")]) }
    return try next()
  }

  /// Waits for the next line of the program.
  ///
  /// - Throws: `LineExchangeError` where none comes in two minutes, or the program has ended.
  func next() throws -> [UInt8] {
    try unread.withLock { unread in
      while true {
        if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
          defer { unread.removeSubrange(...end) }
          return Array(unread[..<end])
        }
        unread += try readSome()
      }
    }
  }

  /// Waits for the next message behind a header that says how long it is.
  ///
  /// - Throws: `LineExchangeError` where none comes in two minutes, or the program has ended.
  func nextMessage() throws -> [UInt8] {
    var length = 0
    while true {
      let line = String(decoding: try next(), as: UTF8.self).filter { $0 != "\r" }
      if line.isEmpty { break }
      let parts = line.split(separator: ":")
      if parts.count == 2, parts[0] == "Content-Length" { length = Int(parts[1].drop { $0 == " " }) ?? 0 }
    }
    return try unread.withLock { unread in
      while unread.count < length { unread += try readSome() }
      defer { unread.removeSubrange(..<length) }
      return Array(unread[..<length])
    }
  }

  /// Writes bytes as they are.
  ///
  /// - Throws: `LineExchangeError.ended` where the program reads no more.
  func send(_ bytes: [UInt8]) throws {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw LineExchangeError.ended }
      left = left.dropFirst(count)
    }
  }

  private func readSome() throws -> [UInt8] {
    var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let ready = poll(&request, 1, 120_000)
    if ready < 0, errno == EINTR { return [] }
    guard ready > 0 else { throw LineExchangeError.silent }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { return [] }
    guard count > 0 else { throw LineExchangeError.ended }
    return Array(bytes[..<count])
  }

  /// The program's number.
  var number: Int32 { program }

  /// Sends the program a signal.
  func sendSignal(_ number: Int32) { kill(program, number) }

  /// Closes the program's standard input, and waits until it has ended and its output is read.
  ///
  /// - Returns: how it ended, and the lines that it still wrote.
  func finish(closingInput: Bool = true) throws -> (ending: Ending, lines: [[UInt8]]) {
    if closingInput {
      isInputOpen.withLock {
        if $0 { close(input) }; $0 = false
      }
    }
    var lines: [[UInt8]] = []
    while let line = try? next() { lines.append(line) }
    let ending = reap()
    return (ending.signalled != 0 ? .signal(ending.code) : .exit(ending.code), lines)
  }

  private func reap() -> csubprocess_ending {
    reaped.withLock { reaped in
      if let reaped { return reaped }
      var ending = csubprocess_ending()
      if program > 0 { _ = csubprocess_reap(program, &ending) }
      reaped = ending
      return ending
    }
  }

  deinit {
    isInputOpen.withLock { if $0 { close(input) } }
    close(output)
    _ = reap()
  }
}

/// A program that is asked line by line did not answer.
public enum LineExchangeError: Error {
  /// It said nothing for two minutes.
  case silent

  /// It has ended; what it had to say is on standard error.
  case ended
}

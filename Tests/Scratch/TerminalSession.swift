public import Subprocess
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program at a terminal of its own, as a person has it: what it shows is read, and keys are pressed.
public final class TerminalSession {
  /// Our end of the pseudo-terminal.
  private let terminal: Int32

  private let program: pid_t
  private var ending: Ending?

  /// All that was shown so far, as text; the line ends of a terminal are plain ones.
  public private(set) var shown = ""

  /// How far `expect` has read.
  private var read = ""

  /// Starts a program whose three streams are a new terminal, which is its controlling one.
  ///
  /// - Throws: `TerminalError` where the system refuses.
  public init(_ command: Command) throws {
    (terminal, program) = try Self.starting.withLock { _ in try Self.start(command) }
  }

  /// One at a time: the ends of a terminal must not get into the program of another.
  private static let starting = Mutex(())

  private static func start(_ command: Command) throws -> (terminal: Int32, program: pid_t) {
    var terminal: Int32 = -1
    var other: Int32 = -1
    var name = [CChar](repeating: 0, count: 1024)
    guard openpty(&terminal, &other, &name, nil, nil) == 0 else {
      throw TerminalError.system("openpty", errno)
    }
    defer { close(other) }
    for end in [terminal, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A new session's first terminal becomes its controlling one when it is opened.
    #if os(Linux)
      let newSession: Int16 = 0x80
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      let newSession: Int16 = 0x400
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // Test runners ignore or block what a terminal sends.
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let line = ["sh", "-c", "cd \"$0\" && exec \"$@\"", command.workingDirectory, command.program]
    var words: [UnsafeMutablePointer<CChar>?] = (line + command.arguments).map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = command.environment.map { strdup("\($0)=\($1)") }
    words.append(nil)
    variables.append(nil)
    defer { for text in words + variables { free(text) } }
    var started: pid_t = -1
    let code = posix_spawn(&started, "/bin/sh", &actions, &attributes, words, variables)
    guard code == 0 else {
      close(terminal)
      throw TerminalError.system("posix_spawn", code)
    }
    return (terminal, started)
  }

  /// Waits until a text is shown, after what was waited for before; gives what was shown between the two.
  ///
  /// - Throws: `TerminalError` where the program ends, or says nothing for a minute, without it.
  @discardableResult
  public func expect(_ text: String) throws -> String {
    while true {
      if let range = read.firstRange(of: text) {
        defer { read = String(read[range.upperBound...]) }
        return String(read[..<range.lowerBound])
      }
      guard try readSome() else { throw TerminalError.notShown(text, shown: shown) }
    }
  }

  /// Presses keys: "\n" is Enter, "\u{3}" Ctrl-C, "\u{4}" Ctrl-D.
  public func type(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Waits until the program has ended, and says how.
  public func end() throws -> Ending {
    while try readSome() {}
    if let ending { return ending }
    var status: Int32 = 0
    while waitpid(program, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let ending: Ending = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    self.ending = ending
    return ending
  }

  deinit {
    if ending == nil {
      kill(program, SIGKILL)
      var status: Int32 = 0
      waitpid(program, &status, 0)
    }
    close(terminal)
  }

  /// Waits for more to be shown; false where nobody has the terminal open any more.
  private func readSome() throws -> Bool {
    var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let ready = poll(&request, 1, 60_000)
    if ready < 0, errno == EINTR { return true }
    guard ready > 0 else { throw TerminalError.silent(shown: shown) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = bytes.withUnsafeMutableBytes { readBytes(terminal, $0.baseAddress, $0.count) }
    guard count > 0 else { return count < 0 && errno == EINTR }
    let text = String(decoding: bytes[..<count].filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    shown += text
    read += text
    return true
  }
}

/// `read`, under a name that no property hides.
private func readBytes(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}

/// A terminal did not do what a test waits for.
public enum TerminalError: Error {
  /// A call of the system failed.
  case system(String, Int32)

  /// The program ended and had not shown this.
  case notShown(String, shown: String)

  /// Nothing came for a minute.
  case silent(shown: String)
}

extension PostmortemProgram {
  /// Starts it at a terminal of its own.
  public func atTerminal(
    _ arguments: [String], in directory: String, adding variables: [String: String] = [:]
  ) throws -> TerminalSession {
    let own = ["TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "100"]
    return try TerminalSession(
      Command(
        path, arguments, environment: environment.merging(own) { $1 }.merging(variables) { $1 },
        workingDirectory: directory))
  }
}

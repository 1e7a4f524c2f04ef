import CSubprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A started program: its process, the ends of its pipes that are ours, and the way it is ended.
struct Child: ~Copyable {
  private let pid: pid_t
  private var input: Descriptor
  private var output: Descriptor
  private var error: Descriptor
  private var exit: Descriptor
  private var isReaped = false

  /// Processes that had left the session and were ended all the same.
  private(set) var strays = 0

  private init(
    pid: pid_t, input: consuming Descriptor, output: consuming Descriptor,
    error: consuming Descriptor, exit: consuming Descriptor
  ) {
    self.pid = pid
    self.input = input
    self.output = output
    self.error = error
    self.exit = exit
  }

  /// Starts `command`.
  static func start(
    _ command: Command, input wantsInput: Bool, mergingOutputs: Bool, ownsStrays: Bool
  ) throws(SubprocessError) -> Child {
    var input = Descriptor(-1)
    var childInput = Descriptor(-1)
    if wantsInput {
      let ends = try makePipe()
      childInput = Descriptor(ends.read)
      input = Descriptor(ends.write)
      input.becomeNonBlocking()
    }
    let outputEnds = try makePipe()
    let output = Descriptor(outputEnds.read)
    output.becomeNonBlocking()
    let childOutput = Descriptor(outputEnds.write)
    var error = Descriptor(-1)
    var childError = Descriptor(-1)
    if !mergingOutputs {
      let ends = try makePipe()
      error = Descriptor(ends.read)
      error.becomeNonBlocking()
      childError = Descriptor(ends.write)
    }

    let pid = try spawn(
      command, input: childInput.number, output: childOutput.number,
      error: mergingOutputs ? childOutput.number : childError.number, ownsStrays: ownsStrays)
    return Child(
      pid: pid, input: input, output: output, error: error,
      exit: Descriptor(csubprocess_open_exit_descriptor(pid)))
  }

  /// Starts the process itself, with these descriptors as its own three; below zero is `/dev/null`.
  ///
  /// - Parameter inForeground: in our session, at our terminal, not in a session of its own.
  static func spawn(
    _ command: Command, input: Int32, output: Int32, error: Int32, inForeground: Bool = false,
    ownsStrays: Bool = false
  ) throws(SubprocessError) -> pid_t {
    guard let program = ProgramSearch.find(command.program, path: command.environment["PATH"]) else {
      throw .programNotFound(command.program)
    }
    // posix_spawn reports a missing directory and a missing program alike.
    var status = stat()
    guard stat(command.workingDirectory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .workingDirectoryMissing(command.workingDirectory)
    }
    let environment = command.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    var started: pid_t = -1
    // The lock keeps the sweep for strays, on another thread, from seeing a child before it is registered.
    let owner = LiveChildren.Owner(
      ownsStrays: ownsStrays, mark: command.environment[Spawner.runVariable])
    let code = LiveChildren.register(owner) { () -> (pid_t?, Int32) in
      let code = withCStrings([program] + command.arguments) { arguments in
        withCStrings(environment) { environment in
          program.withCString { executable in
            command.workingDirectory.withCString { directory in
              var request = csubprocess_request(
                executable: executable, arguments: arguments, environment: environment,
                working_directory: directory, standard_input: input, standard_output: output,
                standard_error: error, in_foreground: inForeground ? 1 : 0)
              return csubprocess_spawn(&request, &started)
            }
          }
        }
      }
      return (code == 0 ? started : nil, code)
    }
    guard code == 0 else { throw .cannotStart(program: command.program, code: code) }
    return started
  }

  private static func makePipe() throws(SubprocessError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard csubprocess_pipe(&ends) == 0 else { throw .systemCallFailed(name: "pipe", code: errno) }
    return (ends[0], ends[1])
  }

  /// Moves bytes until the program exits or has to be ended, and says why in the second case.
  mutating func pump(
    feeding feed: inout ArraySlice<UInt8>, until limit: () -> ContinuousClock.Instant?, interrupt: Interrupt,
    receive: (OutputStream, ArraySlice<UInt8>) throws -> Void
  ) throws -> Cutoff? {
    // No exit descriptor: the program had ended before one could be opened, or (kernels before 5.3) the
    // system has none; then the end of both outputs stands for it.
    let exitIsPollable = exit.isOpen
    if !exitIsPollable, !output.isOpen, !error.isOpen { return nil }
    while true {
      if input.isOpen, feed.isEmpty { input.close() }
      var requests = [
        pollfd(fd: exit.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: input.number, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let deadline = limit()
      let wait = deadline.map { Self.milliseconds(until: $0) } ?? -1
      let ready = poll(&requests, nfds_t(requests.count), wait)
      if ready < 0, errno != EINTR { throw SubprocessError.systemCallFailed(name: "poll", code: errno) }
      if requests[4].revents != 0 { return .interrupt }
      if requests[3].revents != 0 { feedSome(&feed) }
      if requests[1].revents != 0 { try Self.read(&output, as: .output, receive: receive) }
      if requests[2].revents != 0 { try Self.read(&error, as: .error, receive: receive) }
      if requests[0].revents != 0 { return nil }
      if !exitIsPollable, !output.isOpen, !error.isOpen { return nil }
      // What was read may have moved it.
      if let deadline = limit(), ContinuousClock.now >= deadline { return .timeLimit }
    }
  }

  /// Tells the program, and its group, that it is to end.
  func askToEnd() {
    kill(-pid, SIGTERM)
  }

  /// Hands on what stands in the pipes, without waiting for more.
  mutating func drain(receive: (OutputStream, ArraySlice<UInt8>) throws -> Void) throws {
    while output.isOpen, try Self.read(&output, as: .output, receive: receive) {}
    while error.isOpen, try Self.read(&error, as: .error, receive: receive) {}
  }

  /// Ends the program's whole session and what left it, and reaps the program.
  @discardableResult
  mutating func endWhole() throws(SubprocessError) -> csubprocess_ending {
    var ending = csubprocess_ending()
    guard !isReaped else { return ending }
    input.close()
    // Its group first: as long as the program is not reaped, its number belongs to nobody else.
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
    let code = csubprocess_reap(pid, &ending)
    isReaped = true
    let owner = LiveChildren.unregister(pid)
    strays += LiveChildren.endStrays(of: pid, owner)
    if code != 0 { throw .systemCallFailed(name: "wait4", code: code) }
    return ending
  }

  private mutating func feedSome(_ feed: inout ArraySlice<UInt8>) {
    let written = feed.withUnsafeBytes { write(input.number, $0.baseAddress, min($0.count, 65_536)) }
    if written > 0 {
      feed = feed.dropFirst(written)
    } else if written < 0, errno != EAGAIN, errno != EINTR {
      // The program reads no more: that is its good right, and what it thinks of it is its exit status.
      feed = []
    }
  }

  /// Reads once; false where nothing is there now.
  @discardableResult
  private static func read(
    _ descriptor: inout Descriptor, as stream: OutputStream,
    receive: (OutputStream, ArraySlice<UInt8>) throws -> Void
  ) throws -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = readSome(descriptor.number, &buffer)
      if count > 0 {
        try receive(stream, buffer[..<count])
        return true
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return false }
      descriptor.close()
      return false
    }
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: deadline).components
    if left.seconds < 0 { return 0 }
    if left.seconds > 1_000_000 { return 1_000_000_000 }
    // Rounded up, so that the loop does not spin through the last millisecond.
    return Int32(left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000 + 1)
  }
}

/// `read`, under a name that the method of the same name does not hide.
private func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The two streams of a command-line tool: data to standard output, everything else to standard error.
public struct Console: Sendable {
  private let output: DescriptorWriter
  private let error: DescriptorWriter

  /// A console over two open descriptors; the process's own unless others are given.
  public init(output: Int32 = 1, error: Int32 = 2) {
    self.init(output: DescriptorWriter(descriptor: output), error: DescriptorWriter(descriptor: error))
  }

  init(output: DescriptorWriter, error: DescriptorWriter) {
    self.output = output
    self.error = error
  }

  /// Writes data to standard output, whole and unbuffered.
  @discardableResult
  public func write(_ data: String) -> WriteOutcome { output.write(data) }

  /// Writes data that need not be text to standard output, likewise.
  @discardableResult
  public func write(_ data: [UInt8]) -> WriteOutcome { output.write(data[...]) }

  /// Writes what is meant for the person to standard error, whole and unbuffered.
  @discardableResult
  public func tell(_ message: String) -> WriteOutcome { error.write(message) }

  /// Passes on to standard error what a program of the person's own prints, as it is.
  @discardableResult
  public func pass(_ bytes: ArraySlice<UInt8>) -> WriteOutcome { error.write(bytes) }

  /// Makes a vanished reader a result of writing, where it would otherwise end the process.
  public static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether the descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
  }

  /// The width of the terminal behind the descriptor; nil where there is none.
  public static func columns(of descriptor: Int32) -> Int? { size(of: descriptor)?.columns }

  /// How many columns and lines the terminal behind the descriptor shows, each nil where it does not say; nil where
  /// there is none.
  static func size(of descriptor: Int32) -> (columns: Int?, lines: Int?)? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 else { return nil }
    return (size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil)
  }
}

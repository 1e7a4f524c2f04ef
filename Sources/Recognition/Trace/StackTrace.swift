/// What a stack trace says, whichever language printed it: where the program was, and what it complained of.
///
/// Read line by line, so that a trace may stand in a log, in the output of a test run or in a report of a sanitizer. The shapes
/// are those that Python, the JVM, JavaScript, Go, Rust, Swift, C and C++ (gdb, lldb, sanitizers), Ruby, .NET, PHP, Elixir and
/// Perl print; `path:line` counts in any line.
public struct StackTrace: Sendable, Equatable {
  /// A place where the program was.
  public struct Frame: Sendable, Equatable {
    /// The file, as it is printed; nil where none is.
    public var file: String?

    /// The line in it.
    public var line: Int?

    /// The function, without its arguments, qualified as it is printed; nil where none is.
    public var function: String?
  }

  /// What the program complained of.
  public struct Complaint: Sendable, Equatable {
    /// The type of an exception, or the kind of a fault, as it is printed; nil where none is.
    public var type: String?

    /// What it says; may be empty.
    public var message: String
  }

  /// The places, in the order in which they are printed.
  public private(set) var frames: [Frame] = []

  /// The complaints, in the order in which they are printed.
  public private(set) var complaints: [Complaint] = []

  /// Lines that are neither, and say something: a program may complain in any words.
  public private(set) var remarks: [String] = []

  /// More of them are a log, which nobody compares line by line.
  private static let mostRemarks = 300

  /// More frames than that are a recursion, or no trace.
  static let mostFrames = 2_000

  /// Reads any text; one without a trace gives nothing.
  public init(_ text: [UInt8]) {
    var before: Line?
    var isMessageNext = false
    for line in Transcript(text).lines {
      guard frames.count < Self.mostFrames else { break }
      defer { before = line }
      if isMessageNext {
        // Rust says on a line of its own what it panicked of.
        isMessageNext = false
        add(Complaint(type: nil, message: line.trimmed.text))
        continue
      }
      if let place = FrameReader.placeBelow(line) {
        // Rust and Go print where a function is on a line of its own, below it.
        take(place, below: before)
      } else if let frame = FrameReader.frame(in: line) {
        frames.append(frame)
        if let complaint = ComplaintReader.behindFrame(line) { add(complaint) }
      } else if let complaint = ComplaintReader.complaint(in: line) {
        add(complaint)
        isMessageNext = complaint.message.isEmpty && line.has(" panicked at ")
        if isMessageNext { complaints.removeLast() }
        if let frame = FrameReader.anywhere(in: line) { frames.append(frame) }
      } else {
        if let frame = FrameReader.anywhere(in: line) { frames.append(frame) }
        if remarks.count < Self.mostRemarks, line.bytes.contains(0x20) { remarks.append(line.trimmed.text) }
      }
    }
  }

  private mutating func add(_ complaint: Complaint) {
    if complaints.count < 100, !complaints.contains(complaint) { complaints.append(complaint) }
  }

  private mutating func take(_ place: Frame, below line: Line?) {
    if let last = frames.indices.last, frames[last].file == nil, line.map(FrameReader.isNumbered) == true {
      (frames[last].file, frames[last].line) = (place.file, place.line)
      return
    }
    var frame = place
    frame.function = line.flatMap(FrameReader.goFunction)
    frames.append(frame)
  }
}

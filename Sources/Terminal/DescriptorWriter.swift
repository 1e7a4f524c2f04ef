#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Writes whole strings to one descriptor, through interruptions and short writes.
struct DescriptorWriter: Sendable {
  /// What one call of the system brought.
  enum Attempt: Sendable {
    case wrote(Int)
    case failed(errno: Int32)
  }

  /// Tries to write the bytes once.
  let attempt: @Sendable (ArraySlice<UInt8>) -> Attempt
  /// Returns when the descriptor takes bytes again.
  let waitUntilReady: @Sendable () -> Void

  func write(_ text: String) -> WriteOutcome {
    write(Array(text.utf8)[...])
  }

  func write(_ bytes: ArraySlice<UInt8>) -> WriteOutcome {
    var rest = bytes
    while !rest.isEmpty {
      switch attempt(rest) {
      case .wrote(let count): rest = rest.dropFirst(count)
      case .failed(EINTR): continue
      case .failed(EAGAIN): waitUntilReady()
      case .failed(EPIPE): return .closed
      case .failed(let number): return .failed(errno: number)
      }
    }
    return .written
  }
}

extension DescriptorWriter {
  /// A writer to an open descriptor.
  init(descriptor: Int32) {
    attempt = { bytes in
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      return count < 0 ? .failed(errno: errno) : .wrote(count)
    }
    waitUntilReady = {
      var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = unsafe poll(&request, 1, -1)
    }
  }
}

/// The system's `write`, out of the reach of the method of the same name.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}

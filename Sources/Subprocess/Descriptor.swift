#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Owns an open descriptor and closes it at the end of its life.
struct Descriptor: ~Copyable {
  private(set) var number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  var isOpen: Bool { number >= 0 }

  mutating func close() {
    if number >= 0 { closeDescriptor(number) }
    number = -1
  }

  deinit {
    if number >= 0 { closeDescriptor(number) }
  }

  /// Reads and writes return at once where they would wait.
  func becomeNonBlocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }
}

/// `close`, under a name that the method of the same name does not hide.
private func closeDescriptor(_ number: Int32) {
  _ = close(number)
}

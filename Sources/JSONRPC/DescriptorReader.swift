import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads from a descriptor what is there, and waits for it without looking again and again.
struct DescriptorReader {
  private let descriptor: Int32

  /// What ends the reading.
  var interrupts: [Interrupt]

  /// Reads from a descriptor until an interrupt comes.
  init(descriptor: Int32, interrupts: [Interrupt]) {
    self.descriptor = descriptor
    self.interrupts = interrupts
  }

  /// Appends what comes next; false where nothing will.
  mutating func readSome(into buffer: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      guard Interrupt.first(of: [.reading(descriptor: descriptor)] + interrupts) == 0 else { return false }
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return false }
      buffer += chunk[..<count]
      return true
    }
  }
}

internal import CMarkGFM

/// The memory libcmark-gfm works in: handed out front to back, taken back all at once after each document.
///
/// The library makes some ten small pieces a line; asking the system for each and giving each back takes a third of
/// the time of reading. Used only by the one parser that has its turn.
enum ParserMemory {
  /// What the library is given to ask for memory.
  static var allocator: UnsafeMutablePointer<cmark_mem> { functions }

  /// Takes back all that was handed out.
  static func reset() {
    while let chunk = chunks.popLast() {
      guard chunks.isEmpty, chunk.count <= ordinarySize else {
        chunk.deallocate()
        continue
      }
      // One chunk of ordinary size is kept for the next document.
      chunks.append(chunk)
      next = chunk.baseAddress
      end = chunk.baseAddress.map { $0 + chunk.count }
      return
    }
    next = nil
    end = nil
  }

  private static let ordinarySize = 1 << 22
  private static let headerSize = 16

  private nonisolated(unsafe) static var chunks: [UnsafeMutableRawBufferPointer] = []
  private nonisolated(unsafe) static var next: UnsafeMutableRawPointer?
  private nonisolated(unsafe) static var end: UnsafeMutableRawPointer?

  private nonisolated(unsafe) static let functions: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let memory = ParserMemory.take(count * size)
          return memset(memory, 0, count * size)
        },
        realloc: { ParserMemory.resize($0, to: $1) },
        free: { _ in }))
    return functions
  }()

  /// A piece of at least `size` bytes, aligned for anything, its capacity written in front of it.
  private static func take(_ size: Int) -> UnsafeMutableRawPointer {
    let capacity = (size &+ 15) & ~15
    if let start = next, let end, end - start >= capacity &+ headerSize {
      next = start + (headerSize &+ capacity)
      start.storeBytes(of: capacity, as: Int.self)
      return start + headerSize
    }
    return takeFromNewChunk(capacity)
  }

  @inline(never) private static func takeFromNewChunk(_ capacity: Int) -> UnsafeMutableRawPointer {
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(ordinarySize, capacity + headerSize), alignment: 16)
    guard let start = chunk.baseAddress else { preconditionFailure("A chunk of memory is never empty.") }
    chunks.append(chunk)
    next = start + headerSize + capacity
    end = start + chunk.count
    start.storeBytes(of: capacity, as: Int.self)
    return start + headerSize
  }

  private static func resize(_ memory: UnsafeMutableRawPointer?, to size: Int) -> UnsafeMutableRawPointer {
    guard let memory else { return take(size) }
    let capacity = (memory - headerSize).load(as: Int.self)
    if size <= capacity { return memory }
    // A text that grows line by line is mostly the last piece: it grows where it is.
    let grown = (size + 15) & ~15
    if memory + capacity == next, let end, end - memory >= grown {
      next = memory + grown
      (memory - headerSize).storeBytes(of: grown, as: Int.self)
      return memory
    }
    let larger = take(size)
    larger.copyMemory(from: memory, byteCount: capacity)
    return larger
  }
}

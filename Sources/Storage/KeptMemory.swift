/// Memory that is given back and asked for again at once, as where one text after the other is worked on.
public enum KeptMemory {
  /// Has the system's allocator keep such memory, up to some megabytes, rather than give it back to the system, which
  /// clears every page of it before it gives it out again.
  ///
  /// Source of what the C library of GNU does: mallopt(3), M_MMAP_THRESHOLD, “dynamic mmap threshold”. Others are not
  /// changed by it.
  public static func keep() {
    UnsafeMutableRawPointer.allocate(byteCount: 16 << 20, alignment: 16).deallocate()
  }
}

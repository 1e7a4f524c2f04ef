import CSubprocess

extension Interrupt {
  /// An interrupt that comes when another process has ended; nil where there is none of that number, or the system has no
  /// way to watch it.
  ///
  /// It takes a descriptor for as long as this process lives.
  public static func ending(process: Int32) -> Interrupt? {
    guard process > 0 else { return nil }
    let descriptor = csubprocess_open_exit_descriptor(process)
    return descriptor < 0 ? nil : .reading(descriptor: descriptor)
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system calls its errors.
public enum SystemMessage {
  /// The system's words for an errno: "No space left on device".
  public static func text(_ code: Int32) -> String {
    String(cString: strerror(code))
  }
}

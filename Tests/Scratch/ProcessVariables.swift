#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The little that tests take from the environment they were started in.
public enum ProcessVariables {
  /// Where programs are.
  public static let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"

  /// Whether golden files are to be written anew.
  public static let isRecording = getenv("RECORD") != nil

  /// Whether to try as often as the promises of the tool say, not as often as a test run has time for.
  public static let isSoaking = getenv("POSTMORTEM_SOAK") != nil
}

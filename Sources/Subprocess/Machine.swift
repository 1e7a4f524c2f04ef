#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine that programs run on, as its kernel names it.
public struct Machine: Sendable, Equatable {
  /// The name of the kernel: "Linux".
  public var kernel: String

  /// Its release.
  public var release: String

  /// The architecture: "x86_64".
  public var architecture: String

  /// Processors that are online.
  public var processorCount: Int

  /// This machine.
  public static func current() -> Machine {
    var names = utsname()
    uname(&names)
    return Machine(
      kernel: text(&names.sysname), release: text(&names.release), architecture: text(&names.machine),
      processorCount: sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  private static func text<Characters>(_ characters: inout Characters) -> String {
    withUnsafeBytes(of: &characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

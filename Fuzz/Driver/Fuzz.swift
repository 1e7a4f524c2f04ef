import FuzzTargets
import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What libFuzzer runs: the target that the environment names, on one input after the other.
enum Fuzz {
  static let target: any FuzzTarget = {
    let names = FuzzTargets.all.map(\.name).joined(separator: ", ")
    guard let name = getenv("FUZZ_TARGET").map({ String(cString: $0) }), let target = FuzzTargets.named(name)
    else {
      end("FUZZ_TARGET is one of \(names).")
    }
    return target
  }()

  /// Runs the target on one input, and now and then on that input repeated, which must not take long.
  static func run(_ bytes: [UInt8]) {
    do {
      try target.check(FuzzInput(bytes))
    } catch {
      end("broken: \(error)")
    }
    guard !bytes.isEmpty, chance(bytes) % 64 == 0 else { return }
    let long = Array(repeatElement(bytes, count: longSize / bytes.count + 1).joined())
    let seconds = Growth.seconds { target.read(long) }
    if seconds > longLimit { end("\(long.count) bytes take \(seconds) s when the input is repeated") }
  }

  private static let longSize = 1 << 15

  /// A reader in proportion takes a tenth of it at the most.
  private static let longLimit = 1.5

  private static func chance(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } >> 8
  }

  /// Reads the shapes of the target in growing lengths.
  static func checkGrowth() {
    var isBroken = false
    for shape in target.shapes {
      let growth = Growth(of: shape, in: target)
      if !growth.isLinear { say(growth.line) }
      isBroken = isBroken || !growth.isLinear
    }
    if isBroken { end("broken: time grows faster than the text") }
    say("\(target.name): time grows with the text in \(target.shapes.count) shapes")
  }

  static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = write(2, bytes, bytes.count)
  }

  static func end(_ line: String) -> Never {
    say(line)
    #if FUZZER
      // libFuzzer keeps the input of a run that aborts.
      abort()
    #else
      exit(1)
    #endif
  }
}

#if FUZZER
  /// Called by libFuzzer before the first input: what grows is measured at the beginning of every run.
  @_cdecl("LLVMFuzzerInitialize")
  public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
  ) -> CInt {
    if CommandLine.arguments.contains(where: { $0.hasPrefix("-max_total_time=") }) { Fuzz.checkGrowth() }
    return 0
  }

  /// Called by libFuzzer for each input.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    Fuzz.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }

#else
  /// Without libFuzzer: runs the inputs that are named, or else measures how time grows.
  @main enum Replay {
    static func main() throws {
      let paths = CommandLine.arguments.dropFirst()
      if paths.isEmpty { Fuzz.checkGrowth() }
      for path in paths { Fuzz.run(try FileTree.read(path)) }
    }
  }
#endif

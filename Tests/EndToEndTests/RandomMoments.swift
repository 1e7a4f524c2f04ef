import Scratch

/// Moments at which calls are killed: the same ones in every run, over the whole life of a call.
struct RandomMoments {
  private var state: UInt64 = 0x5EED

  /// As many moments as there is time for, as seconds for `timeout`.
  ///
  /// - Parameter life: how long a call takes; the last moments lie a bit after its end.
  mutating func draw(over life: Duration) -> [String] {
    let microseconds = UInt64(life / .microseconds(1) * 1.2)
    return (0..<(ProcessVariables.isSoaking ? 200 : 8)).map { _ in
      let moment = next() % microseconds
      return "\(moment / 1_000_000).\(String(moment % 1_000_000 + 1_000_000).dropFirst())"
    }
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

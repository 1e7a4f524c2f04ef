import Chance
import Scratch

/// Moments at which calls are killed: the same ones in every run, over the whole life of a call.
struct RandomMoments {
  private var random = SplitMix(seed: 0x5EED)

  /// As many moments as there is time for, as seconds for `timeout`.
  ///
  /// - Parameter life: how long a call takes; the last moments lie a bit after its end.
  mutating func draw(over life: Duration) -> [String] {
    let microseconds = UInt64(life / .microseconds(1) * 1.2)
    return (0..<(ProcessVariables.isSoaking ? 200 : 6)).map { _ in
      let moment = random.next() % microseconds
      return "\(moment / 1_000_000).\(String(moment % 1_000_000 + 1_000_000).dropFirst())"
    }
  }
}

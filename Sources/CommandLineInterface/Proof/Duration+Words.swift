extension Duration {
  /// The duration as people say it: "10 min", "90 s", "1500 ms".
  var words: String {
    let seconds = components.seconds
    let milliseconds = Int(components.attoseconds / 1_000_000_000_000_000)
    if milliseconds > 0 { return "\(Int(seconds) * 1000 + milliseconds) ms" }
    if seconds >= 120, seconds % 60 == 0 { return "\(seconds / 60) min" }
    return "\(seconds) s"
  }
}

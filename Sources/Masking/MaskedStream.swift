/// Masks secrets in a text that comes piece by piece; how it is cut makes no difference.
///
/// It holds back some 64 KB: so far may a secret reach from where it begins.
public struct MaskedStream: Sendable {
  /// The first secrets that were masked, in the order of the text.
  public private(set) var secrets: [MaskedSecret] = []

  /// How many were masked, beyond those that are listed too.
  public private(set) var count = 0

  /// How many secrets are listed.
  static let listed = 1000

  private let allowed: Set<String>
  private var buffer: [UInt8] = []

  /// Up to where the buffer has been given out, and looked at.
  private var given = 0
  private var looked = 0

  /// What is to be replaced, not given out yet.
  private var waiting: [(range: Range<Int>, mark: String, secret: MaskedSecret)] = []
  private var line = 1
  private var column = 1

  init(allowing allowed: Set<String>) {
    self.allowed = allowed
  }

  /// Takes in what comes next, and gives out what is settled.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    buffer.append(contentsOf: bytes)
    guard buffer.count - looked > 2 * ScannedText.reach else { return [] }
    look(upTo: buffer.count - ScannedText.reach)
    let output = give(upTo: max(given, looked - ScannedText.reachBack))
    let spent = max(0, given - ScannedText.reachBack)
    buffer.removeFirst(spent)
    given -= spent
    looked -= spent
    for place in waiting.indices {
      waiting[place].range =
        (waiting[place].range.lowerBound - spent)..<(waiting[place].range.upperBound - spent)
    }
    return output
  }

  /// Gives out the rest.
  public mutating func finish() -> [UInt8] {
    look(upTo: buffer.count)
    let output = give(upTo: buffer.count)
    buffer = []
    given = 0
    looked = 0
    return output
  }

  private mutating func look(upTo end: Int) {
    let text = ScannedText(bytes: buffer)
    let table = Masker.table
    // What begins before this was given out, or belongs to another secret.
    var free = max(given, waiting.last?.range.upperBound ?? 0)
    while looked < end, let place = table.next(in: buffer, looked..<end) {
      looked = place + 1
      for (anchor, start) in table.anchors(at: place, in: text) {
        guard let found = anchor.rule.find(anchor.literal, at: start, in: text),
          let first = found.ranges.first, first.lowerBound >= free,
          !isLeftToAnother(found, anchor.rule, in: text)
        else { continue }
        mask(found, anchor.rule.identifier)
        free = found.end
        looked = max(looked, found.end)
        break
      }
    }
    looked = max(looked, end)
  }

  /// Whether a value that only its name makes a secret holds one that is known by its form: that says more.
  private func isLeftToAnother(_ found: Found, _ rule: SecretRule, in text: ScannedText) -> Bool {
    switch rule.form {
    case .assignment, .url, .authorization, .userOption: break
    default: return false
    }
    guard let range = found.ranges.first else { return false }
    var place = range.lowerBound
    while let next = Masker.table.next(in: text.bytes, place..<range.upperBound) {
      for (anchor, start) in Masker.table.anchors(at: next, in: text) {
        guard start >= range.lowerBound, case .token = anchor.rule.form,
          let inner = anchor.rule.find(anchor.literal, at: start, in: text), inner.end <= range.upperBound,
          inner.end - start >= range.count * 3 / 4
        else { continue }
        return true
      }
      place = next + 1
    }
    return false
  }

  private mutating func mask(_ found: Found, _ kind: String) {
    let digits = Fingerprint.digits(of: found.ranges.reduce(into: []) { $0 += buffer[$1] })
    guard !allowed.contains(digits) else { return }
    let fingerprint = "\(kind)-\(digits)"
    for range in found.ranges {
      let secret = MaskedSecret(kind: kind, fingerprint: fingerprint, line: 0, column: 0, length: range.count)
      waiting.append((range, Fingerprint.mark + fingerprint, secret))
    }
  }

  private mutating func give(upTo end: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(end - given)
    var done = 0
    for var item in waiting {
      guard item.range.upperBound <= end else { break }
      advance(to: item.range.lowerBound, into: &output)
      item.secret.line = line
      item.secret.column = column
      // The lines of one key are one secret.
      if secrets.last?.fingerprint == item.secret.fingerprint, item.secret.kind == "private-key",
        let last = secrets.indices.last
      {
        secrets[last].length += item.secret.length
      } else {
        count += 1
        if secrets.count < Self.listed { secrets.append(item.secret) }
      }
      output += item.mark.utf8
      column += item.range.count
      given = item.range.upperBound
      done += 1
    }
    waiting.removeFirst(done)
    advance(to: min(end, waiting.first?.range.lowerBound ?? end), into: &output)
    return output
  }

  private mutating func advance(to end: Int, into output: inout [UInt8]) {
    guard end > given else { return }
    let part = buffer[given..<end]
    output += part
    var lines = 0
    for byte in part where byte == ScannedText.lineEnd { lines += 1 }
    line += lines
    if lines > 0, let last = part.lastIndex(of: ScannedText.lineEnd) {
      column = end - last
    } else {
      column += part.count
    }
    given = end
  }
}

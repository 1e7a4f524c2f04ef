/// Days as prose writes them: `2026-07-09`, `9 July 2026`, `July 9th, 2026`.
struct DayClaim: Equatable {
  let year: Int
  let month: Int
  let day: Int

  /// Where days stand in a text, and which.
  static func all(in text: [UInt8]) -> [(range: Range<Int>, day: DayClaim)] {
    var found: [(range: Range<Int>, day: DayClaim)] = []
    var place = 0
    while place < text.count {
      let isStart = place == 0 || !Letters.isWord(text[place - 1]) && !"-/.:".utf8.contains(text[place - 1])
      if isStart, Letters.isWord(text[place]), let (day, end) = first(in: text[place...]) {
        found.append((place..<end, day))
        place = end
      } else {
        place += 1
      }
    }
    return found
  }

  /// The day that a text is.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let (day, end) = Self.first(in: bytes[...]), end == bytes.count else { return nil }
    self = day
  }

  /// As ISO 8601 writes it.
  var text: String {
    let padded = { (number: Int) in (number < 10 ? "0" : "") + "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Days since 1970-01-01 of the Gregorian calendar.
  ///
  /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  var number: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1970...2199).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  // MARK: Reading

  /// The day that a text begins with, and where it ends.
  private static func first(in text: ArraySlice<UInt8>) -> (DayClaim, end: Int)? {
    var reader = DayReader(rest: text)
    let day: DayClaim?
    if let number = reader.number() {
      if number.digits == 4 {
        guard reader.take("-"), let month = reader.number(), month.digits == 2, reader.take("-"),
          let last = reader.number(), last.digits == 2
        else { return nil }
        day = DayClaim(year: number.value, month: month.value, day: last.value)
      } else {
        reader.ordinal()
        guard number.digits <= 2, reader.blank(), let month = reader.month() else { return nil }
        _ = reader.take(",")
        guard reader.blank(), let year = reader.number(), year.digits == 4 else { return nil }
        day = DayClaim(year: year.value, month: month, day: number.value)
      }
    } else {
      guard let month = reader.month(), reader.blank(), let number = reader.number(), number.digits <= 2
      else {
        return nil
      }
      reader.ordinal()
      _ = reader.take(",")
      guard reader.blank(), let year = reader.number(), year.digits == 4 else { return nil }
      day = DayClaim(year: year.value, month: month, day: number.value)
    }
    // `2026-07-09-notes` is a name, `2026-07-09T12:00` a moment.
    guard let day, reader.isAtEnd else { return nil }
    return (day, reader.rest.startIndex)
  }
}

/// The parts of a day, one after the other.
private struct DayReader {
  var rest: ArraySlice<UInt8>

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  /// Whether what follows goes on with no name and no number.
  var isAtEnd: Bool {
    guard let next = rest.first else { return true }
    if Letters.isWord(next) || "-/".utf8.contains(next) { return false }
    // A full stop ends a sentence; `2026-07-09.md` is a name.
    return next != UInt8(ascii: ".") || rest.dropFirst().first.map(Letters.isWord) != true
  }

  mutating func number() -> (value: Int, digits: Int)? {
    let digits = rest.prefix(while: Letters.isDigit)
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    rest = rest.dropFirst(digits.count)
    return (digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }, digits.count)
  }

  mutating func take(_ mark: Character) -> Bool {
    guard rest.first == mark.asciiValue else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func blank() -> Bool { take(" ") }

  /// `1st`, `2nd`, `3rd`, `4th`.
  mutating func ordinal() {
    let ending = String(decoding: rest.prefix(2), as: UTF8.self)
    if ["st", "nd", "rd", "th"].contains(ending) { rest = rest.dropFirst(2) }
  }

  /// The number of a month by its name, or its first three or four letters.
  mutating func month() -> Int? {
    let letters = rest.prefix { Letters.isSmall($0) || Letters.isCapital($0) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    guard letters.first.map(Letters.isCapital) == true, name.count >= 3,
      let place = Self.months.firstIndex(where: { $0 == name || name.count <= 4 && $0.hasPrefix(name) })
    else { return nil }
    rest = rest.dropFirst(letters.count)
    if name != Self.months[place] { _ = take(".") }
    return place + 1
  }
}

/// The claims of prose: what can be nothing but a commit, a path, a release, a name of the code, a reference or a figure.
enum ProseClaims {
  /// - Parameters:
  ///   - hasNumbers: whether figures are claims there.
  ///   - hasAddresses: whether addresses that Markdown did not take for one are: the text of a link may be anything.
  static func found(in text: [UInt8], hasNumbers: Bool, hasAddresses: Bool = true) -> CodeClaims.Found {
    var found: CodeClaims.Found = []
    var start = 0
    // The figures in a day are none of their own.
    for (range, _) in DayClaim.all(in: text) {
      found += words(in: Array(text[start..<range.lowerBound]), hasNumbers, hasAddresses)
      found.append((.date, Array(text[range])))
      start = range.upperBound
    }
    return found + words(in: Array(text[start...]), hasNumbers, hasAddresses)
  }

  private static func words(in text: [UInt8], _ hasNumbers: Bool, _ hasAddresses: Bool) -> CodeClaims.Found {
    var found: CodeClaims.Found = []
    for piece in pieces(of: text) {
      let word = trimmed(piece)
      guard !word.isEmpty else { continue }
      if hasAddresses, isBrokenAddress(word) {
        found.append((.address, word))
      } else if word.isCommitName {
        found.append((.commit, word))
      } else if word.first == UInt8(ascii: "v"), word.isVersion {
        found.append((.version, word))
      } else if ReferenceClaim.isOne(word) {
        found.append((.reference, word))
      } else if word.contains(UInt8(ascii: "/")), let place = PathClaim(word),
        word.contains(UInt8(ascii: "."))
      {
        found.append(place.line.map { (.line, place.path + [UInt8(ascii: ":")] + $0) } ?? (.path, place.path))
      } else if word.contains(UInt8(ascii: "/")), PathClaim.isNearly(word) {
        found.append((.path, word))
      } else if let name = name(word) {
        found.append((.identifier, name))
      } else if hasNumbers, let number = number(word) {
        found.append((.number, number))
      }
    }
    return found
  }

  /// An address that Markdown makes no link of, since it has not the shape of one.
  private static func isBrokenAddress(_ word: [UInt8]) -> Bool {
    guard word.contains(UInt8(ascii: "/")), word.contains(UInt8(ascii: ".")) else { return false }
    let text = String(decoding: word, as: UTF8.self)
    return AddressShape.isAddress(text) && AddressShape.fault(in: text) != nil
  }

  /// What stands between blanks and marks; a comma between digits parts nothing.
  private static func pieces(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in text.enumerated() where isSeparator(byte) {
      let isInNumber =
        byte == UInt8(ascii: ",") && place > 0 && place + 1 < text.count && Letters.isDigit(text[place - 1])
        && Letters.isDigit(text[place + 1])
      if isInNumber { continue }
      if place > start { pieces.append(text[start..<place]) }
      start = place + 1
    }
    if start < text.count { pieces.append(text[start...]) }
    return pieces
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || "()[]{}<>,;\"".utf8.contains(byte)
  }

  /// Without the marks that sentences put around words; marks beyond ASCII (quotation marks, dashes) end a word, too.
  private static func trimmed(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    let marks = ".:;,!?'*".utf8
    var word = piece.drop { marks.contains($0) && $0 != UInt8(ascii: "!") }
    // `.github/workflows/ci.yml` begins with its dot; three of them are an ellipsis.
    let dots = piece[..<word.startIndex].reversed().prefix { $0 == UInt8(ascii: ".") }.count
    if dots == 1, word.contains(UInt8(ascii: "/")), word.first.map(Letters.isSmall) == true {
      word = piece[(word.startIndex - 1)...]
    }
    while let last = word.last, marks.contains(last) { word.removeLast() }
    return word.contains { $0 >= 0x80 } ? [] : Array(word)
  }

  /// A name that no word of a language has the shape of: an underscore between letters.
  ///
  /// `iPhone` and `JavaScript` show why a capital inside is not enough outside of code.
  private static func name(_ word: [UInt8]) -> [UInt8]? {
    let core = word.last == UInt8(ascii: ")") ? word.dropLast(2) : word[...]
    guard core.count > 2, core.allSatisfy(Letters.isWord),
      core.dropFirst().dropLast().contains(UInt8(ascii: "_")),
      core.first.map(Letters.isDigit) == false,
      core.contains(where: { Letters.isSmall($0) || Letters.isCapital($0) })
    else { return nil }
    return Array(core)
  }

  /// The digits of a figure: `10`, `1,000`, `3.5`, `250ms`; no date, no part of a name.
  private static func number(_ word: [UInt8]) -> [UInt8]? {
    guard word.first.map(Letters.isDigit) == true else { return nil }
    let digits = word.prefix { Letters.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    let unit = word[digits.endIndex...]
    guard
      unit.isEmpty
        || unit.allSatisfy({ $0 == UInt8(ascii: "%") || Letters.isSmall($0) || Letters.isCapital($0) }),
      unit.count <= 4
    else { return nil }
    var number = Array(digits)
    while let last = number.last, !Letters.isDigit(last) { number.removeLast() }
    return number
  }
}

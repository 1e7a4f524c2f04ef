/// The fingerprint of a failure for a comparison across commits: without how many tests passed or were left out.
///
/// At another commit there are other tests beside the one that fails. Understood are counts before the word, as in
/// "24 passed, 1 failed, 2 skipped", and of all, as in "failed 1 among 7 tests"; how many failed stays.
public func withoutPassCounts(_ signature: String) -> String {
  removing(from: signature) { bytes, position, kept in
    guard kept.last?.isWord != true, kept.last != UInt8(ascii: ".") else { return nil }
    let digits = bytes[position...].prefix { (0x30...0x39).contains($0) }.count
    let isCount = isPassWord(bytes[(position + digits)...]) || isOfAll(bytes, position, digits)
    return digits > 0 && isCount ? position + digits : nil
  }
}

private let passWords = ["passed", "passing", "pass", "skipped", "ignored", "ok", "pending"].map {
  Array($0.utf8)
}

/// Whether a number is that of all tests: behind "of" or "among", and before "test".
private func isOfAll(_ bytes: [UInt8], _ position: Int, _ digits: Int) -> Bool {
  let before = bytes[..<position]
  return bytes[(position + digits)...].starts(with: " test".utf8)
    && [" of ", " among "].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
}

/// Whether a blank and one of these words begin here.
private func isPassWord(_ text: ArraySlice<UInt8>) -> Bool {
  guard text.first == 0x20 else { return false }
  let rest = text.dropFirst()
  return passWords.contains { rest.starts(with: $0) && rest.dropFirst($0.count).first?.isWord != true }
}

import Casework
import Repository
import Storage

/// Holds what somebody attests against the calendar and the repository.
struct AttestationCheck {
  let repository: Repository

  /// The root of the working tree.
  let root: String

  /// Now, as ISO 8601 in UTC.
  let now: String

  /// What is wrong with the value of a field; nil where nothing is, or the field is no part of an attestation.
  func fault(in value: String, of field: String) -> AttestationFault? {
    guard !value.isEmpty, let part = AttestationPart(ofField: field) else { return nil }
    switch part {
    case .on:
      guard let moment = AttestedMoment(value) else { return .notADate(field: field, value: value) }
      let hasCome = AttestedMoment(now).map { moment.hasCome(by: $0) } ?? true
      return hasCome ? nil : .notCome(field: field, value: value)
    case .see: return canBeOpened(value) ? nil : .nothingToOpen(field: field, value: value)
    }
  }

  /// What is wrong with the attestations of a case.
  func faults(in facts: Case) -> [AttestationFault] {
    let attestations =
      [("repro.attested", facts.repro.attested)]
      + facts.validation.enumerated().map { ("validation.\($0)", $1.attested) }
    return attestations.flatMap { path, attestation in
      [fault(in: attestation.on, of: "\(path).on"), fault(in: attestation.see, of: "\(path).see")]
        .compactMap { $0 }
    }
  }

  /// Whether a text names something that a reader of this repository can open; words around it do not matter.
  private func canBeOpened(_ text: String) -> Bool {
    if isFile(text) { return true }
    return text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).contains { word in
      let marks = "()[]<>{}\"'“”.:"
      let bare = String(word.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }.reversed())
      return Self.isURL(bare) || TicketKey(bare) != nil || Self.isNumberOfTicket(bare) || isFile(bare)
        || isCommit(bare)
    }
  }

  /// "https://ci.example.org/run/88".
  private static func isURL(_ text: String) -> Bool {
    guard ProjectSettings.isAddress(text), let scheme = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
      return false
    }
    return text[scheme...].dropFirst(3).first.map { $0.isLetter || $0.isNumber || $0 == "[" } == true
  }

  /// "#12", "!12", "rill/rill#12": as the hosts of repositories name their issues and requests.
  private static func isNumberOfTicket(_ text: String) -> Bool {
    guard let mark = text.lastIndex(where: { $0 == "#" || $0 == "!" }) else { return false }
    let number = text[mark...].dropFirst()
    let project = text[..<mark]
    return (1...9).contains(number.utf8.count) && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && project.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && (project.isEmpty || project.contains { $0.isLetter })
  }

  private func isFile(_ path: String) -> Bool {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.utf8.contains(0),
      !path.split(separator: "/").contains("..")
    else { return false }
    return FileTree.isFile("\(root)/\(path)")
  }

  /// By its digits: what a branch names is another commit tomorrow.
  private func isCommit(_ text: String) -> Bool {
    (7...64).contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
      && (try? repository.commit(text)) != nil
  }
}

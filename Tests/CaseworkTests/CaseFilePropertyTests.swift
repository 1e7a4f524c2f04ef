@testable import Casework
import Testing
import YAML

@Suite struct CaseFilePropertyTests {
  /// The lines of a text, with what ends them.
  private func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The keys of the lines of `old` that are no longer in `new`, in which all others keep their order.
  private func changedKeys(from old: String, to new: String) -> [String] {
    lines(new).difference(from: lines(old)).removals.map { change in
      guard case .remove(_, let line, _) = change else { return "" }
      return String(line.drop { $0 == " " }.prefix { $0 != ":" })
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `assignments keep all other lines byte for byte, and read back as they were set`(batch: UInt64) throws
  {
    for seed in batch * 4..<batch * 4 + 4 {
      let editing = try RandomEditing(seed: seed)
      let before = try CaseFile(Array(editing.text.utf8), name: "case.yaml")
      let wishes = try editing.assignments.map { try CaseAssignment($0) }
      let after = try CaseAssignment.apply(wishes, to: before).file
      let story = "seed \(seed): \(editing.assignments)\n\(after.document.text)"
      for (path, value) in editing.expected {
        #expect(after.document.root[path]?.value == value, "\(path) \(story)")
      }
      #expect(throws: Never.self, "\(story)") { try after.facts() }
      #expect(
        Set(changedKeys(from: editing.text, to: after.document.text)).isSubset(of: editing.keys), "\(story)")
      for comment in editing.comments {
        #expect(lines(after.document.text).count { $0.contains(comment) } == 1, "\(comment) \(story)")
      }
      let bareBreaks = lines(after.document.text).dropLast().count { !$0.utf8.ends(with: "\r".utf8) }
      #expect(editing.text.contains("\r\n") == (bareBreaks == 0), "\(story)")
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `assignments over earlier ones read back as well, and keep the comments`(batch: UInt64) throws {
    for seed in batch * 4..<batch * 4 + 4 {
      let (first, second) = try (RandomEditing(seed: seed * 3), RandomEditing(seed: seed * 3 + 100_000))
      var file = try CaseFile(Array(first.text.utf8), name: "case.yaml")
      file = try CaseAssignment.apply(first.assignments.map { try CaseAssignment($0) }, to: file).file
      let set = second.assignments.filter { !$0.contains(".new.") }
      file = try CaseAssignment.apply(set.map { try CaseAssignment($0) }, to: file).file
      for (path, value) in second.expected.prefix(set.count) {
        #expect(file.document.root[path]?.value == value, "seed \(seed) \(path)\n\(file.document.text)")
      }
      for comment in first.comments {
        #expect(
          lines(file.document.text).count { $0.contains(comment) } == 1,
          "seed \(seed) \(comment)\n\(file.document.text)")
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `what is set to what it is already changes no byte`(batch: UInt64) throws {
    for seed in batch * 4..<batch * 4 + 4 {
      let editing = try RandomEditing(seed: seed)
      let wishes = try editing.assignments.filter { !$0.contains(".new.") }.map { try CaseAssignment($0) }
      let once = try CaseAssignment.apply(
        wishes, to: CaseFile(Array(editing.text.utf8), name: "case.yaml")
      ).file
      #expect(
        try CaseAssignment.apply(wishes, to: once).file.document.bytes == once.document.bytes, "seed \(seed)")
    }
  }
}

extension Sequence where Element == UInt8 {
  /// Whether the last bytes are these.
  fileprivate func ends(with other: some Sequence<UInt8>) -> Bool {
    reversed().starts(with: other.reversed())
  }
}

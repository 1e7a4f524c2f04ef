import Repository
import Testing

@Suite struct TicketKeyTests {
  @Test(arguments: ["RILL-142", "AB2-1", "MY_APP-3", "RILL-1234567", "A1-9"])
  func `a key is a project in capitals, a dash and a number`(word: String) {
    #expect(TicketKey(word)?.description == word)
    #expect(TicketKey(word)?.project == String(word.prefix { $0 != "-" }))
  }

  @Test(arguments: [
    "rill-142", "Rill-142", "R-1", "RILL-", "RILL-0", "RILL-007", "RILL-12345678", "-142", "RILL_142",
    "RILL 142",
    "RILL-142-fix", "1AB-2", "_AB-2", "RILL-1a", "ÄB-1", "AB-٣", "A-B-1", "#142", "RILL-1 ", " RILL-1", "",
    "UTF-8", "SHA-256",
    "ISO-8859", "RFC-2119", "CVE-2024", "CWE-79", "IEEE-754", "TLS-1", "PEP-8", "ECMA-262", "BASE-64", "MD-5",
  ])
  func `other words are no keys, nor are names of standards`(word: String) {
    #expect(TicketKey(word) == nil)
  }

  @Test(arguments: [
    ("feature/RILL-142-fix-stream", ["RILL-142"]), ("RILL-142", ["RILL-142"]),
    ("ada/RILL-142_x", ["RILL-142"]),
    ("RILL-1/MATH-7-x", ["RILL-1", "MATH-7"]), ("feature/rill-142", []), ("fix-RILL-142", []),
    ("feature/RILL-142x", []),
    ("feature/UTF-8-names", []), ("release/2-1", []), ("", []),
  ])
  func `parts of a branch's name begin with keys`(branch: String, keys: [String]) {
    #expect(TicketKey.keys(inBranch: branch).map(\.description) == keys)
  }

  @Test(arguments: [
    ("RILL-142: mend the stream", ["RILL-142"]), ("RILL-1, MATH-7: mend", ["RILL-1", "MATH-7"]),
    ("RILL-1/MATH-7: mend", ["RILL-1", "MATH-7"]), ("[RILL-142] Mend", ["RILL-142"]),
    ("(RILL-142) Mend", ["RILL-142"]),
    ("[RILL-1][MATH-7] Mend", ["RILL-1", "MATH-7"]), ("[RILL-1, MATH-7] Mend", ["RILL-1", "MATH-7"]),
    ("[RILL-1] MATH-7: mend", ["RILL-1", "MATH-7"]),
    ("Mend\n\nFixes: RILL-142, RILL-7.", ["RILL-142", "RILL-7"]),
    ("Mend\n\nFixes RILL-1, see MATH-7.", ["RILL-1", "MATH-7"]),
    ("Mend\n\nCloses RILL-1", ["RILL-1"]), ("Mend\n\ncloses RILL-1 and MATH-7.", ["RILL-1", "MATH-7"]),
    ("Mend\n\n- Closes RILL-1 & RILL-2", ["RILL-1", "RILL-2"]), ("Mend\n\n(see RILL-1)", ["RILL-1"]),
    ("Mend\n\nTicket: RILL-1 (the stream)", ["RILL-1"]), ("Mend\n\nJira: [RILL-1]", ["RILL-1"]),
    ("Mend\n\nIssue:RILL-1", ["RILL-1"]), ("Mend\n\nRefs: RILL-1 RILL-2", ["RILL-1", "RILL-2"]),
    ("Mend\n\nhttps://tracker.example.org/browse/RILL-142?x", ["RILL-142"]),
    ("Mend\n\nSee https://youtrack.example.org/issue/RILL-142/The-stream.", ["RILL-142"]),
    ("Merge pull request #1 from ada/feature/RILL-142-stream", ["RILL-142"]),
    ("Merged in feature/RILL-142-stream (pull request #1)\n\nRILL-7: mend", ["RILL-7", "RILL-142"]),
    ("Pull request #1: Mend\n\nMerge in P/r from fix/RILL-142-x to master", ["RILL-142"]),
    ("Merged PR 12: RILL-7: mend\n\nMATH-1: x", ["RILL-7"]), ("Pull request #12: [RILL-7] Mend", ["RILL-7"]),
    ("Merge pull request '[RILL-7] Mend' (#12) from fix into main", ["RILL-7"]),
    ("Merge #12: RILL-7: mend", ["RILL-7"]),
    ("Merge branch 'fix' into 'main'\n\nRILL-7: mend\n\nSee merge request g/p!1", ["RILL-7"]),
    ("RILL-7: x\n\nFixes RILL-142, RILL-7", ["RILL-7", "RILL-142"]),
    ("RILL-1: x\r\n\r\nFixes: RILL-2\r\n", ["RILL-1", "RILL-2"]),
  ])
  func `keys count where people put keys, in their order, each once`(text: String, keys: [String]) {
    #expect(CommitMessage(text).ticketKeys().map(\.description) == keys)
  }

  @Test(arguments: [
    "Build with LLVM-17", "LLVM-17 is needed", "Add ARM-64", "Mend\n\nIt is COVID-19 again.",
    "Mend\n\nGPL-3 applies.",
    "Read CP-1252 and CRC-32", "Mend (USB-3)", "Mend [USB-3]", "[net] USB-3", "[USB-3 ports] Mend",
    "USB-3 ports: mend",
    "Fix LLVM-17, GCC-13 builds", "fix: LLVM-17 builds", "Fixes: USB-3",
    "Squash\n\n* fix: LLVM-17 builds\n* bug: USB-3 hangs", "Mend\n\nFixes LLVM-17 builds",
    "Mend\n\nFixes builds with LLVM-17.",
    "UTF-8: read it",
    "[SHA-256] Use it", "Mend\n\nFixes: UTF-8", "Mend\n\nSee RFC-2119, ISO-8859.",
    "Mend\n\nSee also the manual of USB-3.",
    "Mend\n\nhttps://example.org/USB-3", "Mend\n\nhttps://example.org/rebrowse/x/USB-3",
    "Merge branch 'usb-3'",
    "feature/RILL-142/stream", "Mend\n\nNote: USB-3", "Mend\n\nFixes:\nUSB-3", "",
  ])
  func `what looks like a key elsewhere is none`(text: String) {
    #expect(CommitMessage(text).ticketKeys() == [])
    #expect(CommitMessage(text).ticketKeys(ofProject: "OTHER") == [])
  }

  @Test(arguments: [
    ("Mend RILL-142 at last", ["RILL-142"]), ("RILL-142 Mend\n\nAs USB-3 (RILL-7).", ["RILL-142", "RILL-7"]),
    ("Mend\n\nSee RILL-1 builds, and USB-3", ["RILL-1"]), ("MATH-7: mend RILL-142", ["MATH-7", "RILL-142"]),
    ("Mend RILL-142-fix", []), ("Mend rill-142", []),
  ])
  func `keys of the project itself count anywhere`(text: String, keys: [String]) {
    #expect(CommitMessage(text).ticketKeys(ofProject: "RILL").map(\.description) == keys)
  }
}

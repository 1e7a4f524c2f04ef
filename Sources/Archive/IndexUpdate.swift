import Database
import Digest
import Storage

/// Brings an index to what stands in the directory of the records.
///
/// A file is read where its mark is another than the one that the index knows, and taken in where its bytes are. What is gone
/// leaves its words behind, without an owner: no number of a record is used twice. Where that is much of the index it is
/// made anew.
struct IndexUpdate {
  let database: Database

  /// The directory of the records.
  let directory: String

  /// Seconds since 1970.
  let now: Int

  /// Says which files commits change.
  let changes: ([String]) -> [String: [String]]

  /// Does nothing more than looking where nothing has changed.
  ///
  /// - Throws: `FileError` where the directory cannot be listed; `DatabaseError`.
  func run() throws {
    let files = try FileTree.marks(endingIn: ".md", below: directory)
    let state = state(of: files)
    if try isKnown(state) { return }
    try database.transaction {
      // Another process may have done it while this one waited.
      if try isKnown(state) { return }
      try forgetIfMuchIsGone()
      let isSettled = try take(files)
      try database.run("INSERT OR REPLACE INTO notes VALUES('state', ?)", [.text(isSettled ? state : "")])
    }
  }

  private func isKnown(_ state: String) throws(DatabaseError) -> Bool {
    try database.text("SELECT value FROM notes WHERE name = 'state'") == state
  }

  /// Says in one word what files there are.
  private func state(of files: [MarkedFile]) -> String {
    var digest = SHA256()
    for file in files {
      digest.update(field: file.path)
      digest.update(field: file.mark.text)
    }
    return digest.hexadecimal()
  }

  private struct Known {
    var id: Int
    var mark: String
    var digest: String
  }

  /// - Returns: whether each file has a mark by which a later change will be seen.
  private func take(_ files: [MarkedFile]) throws -> Bool {
    var known: [String: Known] = [:]
    try database.run("SELECT path, id, mark, digest FROM records") { row in
      known[row.text(0)] = Known(id: row.integer(1), mark: row.text(2), digest: row.text(3))
    }
    var isSettled = true
    var fixes: [(record: Int, commits: [String])] = []
    var gone = known
    for file in files {
      let old = gone.removeValue(forKey: file.path)
      // What was written within the tick of a clock may be written again without another mark.
      let mark = file.mark.isSettled(by: now) ? file.mark.text : ""
      if mark.isEmpty { isSettled = false }
      if let old, !mark.isEmpty, old.mark == mark { continue }
      // What cannot be read is as if it were not there.
      guard let text = try? FileTree.read("\(directory)/\(file.path)") else {
        if let old { try remove(old.id) }
        isSettled = false
        continue
      }
      let digest = SHA256.hexadecimal(of: text)
      if let old, old.digest == digest {
        try database.run("UPDATE records SET mark = ? WHERE id = ?", [.text(mark), .integer(old.id)])
      } else {
        if let old { try remove(old.id) }
        if let fix = try add(file.path, mark, digest, text) { fixes.append(fix) }
      }
    }
    for old in gone.values { try remove(old.id) }
    try add(fixes)
    return isSettled
  }

  private func remove(_ id: Int) throws(DatabaseError) {
    try database.run("DELETE FROM records WHERE id = ?", [.integer(id)])
  }

  /// - Returns: the number of the record and the commits of its fix; nil where it is no record.
  private func add(
    _ path: String, _ mark: String, _ digest: String, _ text: [UInt8]
  ) throws -> (record: Int, commits: [String])? {
    let record = ArchivedRecord(text, file: path)
    try database.run(
      "INSERT INTO records(path, mark, digest, key, title, date, isRecord) VALUES(?, ?, ?, ?, ?, ?, ?)",
      [
        .text(path), .text(mark), .text(digest), .text(record?.key ?? ""), .text(record?.title ?? ""),
        .text(record?.date ?? ""), .integer(record == nil ? 0 : 1),
      ])
    guard let record else { return nil }
    let id = database.lastRow
    for thing in record.things { try add(thing, to: id) }
    try database.run(
      "INSERT INTO words(rowid, title, names, prose) VALUES(?, ?, ?, ?)",
      [.integer(id), .text(record.titleWords), .text(record.names), .text(record.words)])
    return (id, record.fix)
  }

  private func add(_ thing: NamedThing, to record: Int) throws(DatabaseError) {
    try database.run(
      "INSERT OR IGNORE INTO names VALUES(?, ?, ?, ?, ?, ?)",
      [
        .integer(thing.kind.rawValue), .text(thing.name), .integer(record), .text(thing.whole),
        .integer(thing.section), .integer(thing.line),
      ])
  }

  /// A fix that changes more files than that says of none of them what the bug was about.
  private static let mostFiles = 40

  /// Takes in the files that fixes change, where the record does not name them itself.
  private func add(_ fixes: [(record: Int, commits: [String])]) throws {
    let files = changes(fixes.flatMap(\.commits))
    for (record, commits) in fixes {
      let changed = Set(commits.flatMap { files[$0] ?? [] }).sorted()
      guard changed.count <= Self.mostFiles else { continue }
      for path in changed {
        let name = path.split(separator: "/").last.map { String($0) } ?? path
        try add(
          NamedThing(kind: .file, name: name, whole: path, section: NamedThings.fixSection, line: 1),
          to: record)
      }
    }
  }

  /// So many records without an owner are borne whatever the size.
  private static let bearable = 64

  /// Empties the index where what is gone is a quarter of it.
  private func forgetIfMuchIsGone() throws(DatabaseError) {
    let all =
      try database.number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'records'") ?? 0
    let here = try database.number("SELECT count(*) FROM records") ?? 0
    guard all - here > max(Self.bearable, here / 4) else { return }
    try database.execute(
      """
      DELETE FROM records;
      DELETE FROM names;
      DELETE FROM sqlite_sequence WHERE name = 'records';
      INSERT INTO words(words) VALUES('delete-all');
      """)
  }
}

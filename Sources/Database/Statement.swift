private import CSQLite

/// A statement that SQLite has prepared; the database that it is of ends it.
final class Statement {
  private let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  func finish() { sqlite3_finalize(handle) }

  func bind(_ value: DatabaseValue, at place: Int32) -> Int32 {
    switch value {
    case .nothing: return sqlite3_bind_null(handle, place)
    case .integer(let number): return sqlite3_bind_int64(handle, place, number)
    case .real(let number): return sqlite3_bind_double(handle, place, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text64(
            handle, place, $0.baseAddress, UInt64($0.count), postmortem_sqlite_copies(), UInt8(SQLITE_UTF8))
        }
      }
    }
  }

  func step() -> Int32 { sqlite3_step(handle) }

  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func text(_ column: Int32) -> String {
    guard let start = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// A row that a statement gives.
public struct Row: ~Copyable {
  let statement: Statement

  /// The whole number of a column, counted from 0; 0 where it holds nothing.
  public func integer(_ column: Int) -> Int { Int(statement.integer(Int32(column))) }

  /// The number of a column.
  public func real(_ column: Int) -> Double { statement.real(Int32(column)) }

  /// The text of a column; empty where it holds nothing.
  public func text(_ column: Int) -> String { statement.text(Int32(column)) }
}

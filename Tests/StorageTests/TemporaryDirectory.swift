#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Storage

/// A directory of a test's own, removed at its end.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/postmortem-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileError(.create, "/tmp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    try? FileTree.remove(path)
  }
}

import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a symbolic link.
///
/// - Throws: `FileError` where the system refuses.
func makeLink(_ path: String, to target: String) throws {
  guard symlink(target, path) == 0 else { throw FileError(.create, path, code: errno) }
}

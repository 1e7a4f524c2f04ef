#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Directories and whole files, by the calls of the system: every failure keeps its errno.
public enum FileTree {
  /// Makes a directory and those above it; one that is there already is fine.
  public static func makeDirectory(_ path: String, mode: UInt32 = 0o700) throws(FileError) {
    if mkdir(path, mode_t(mode)) == 0 { return }
    if errno == EEXIST, isDirectory(path) { return }
    let parent = Path.parent(path)
    if errno == ENOENT, parent != "/", parent != "." {
      try makeDirectory(parent, mode: mode)
      if mkdir(path, mode_t(mode)) == 0 || errno == EEXIST { return }
    }
    throw FileError(.create, path, code: errno)
  }

  /// Whether a directory stands at `path`, through symbolic links.
  public static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a regular file stands at `path`, through symbolic links.
  public static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a symbolic link stands at `path`.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The length in bytes of what stands at `path`, of a symbolic link itself; nil where nothing does.
  public static func size(_ path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Whether anybody but its owner may read or write what stands at `path`; nil where nothing does.
  public static func isOpenToOthers(_ path: String) -> Bool? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o077 != 0 : nil
  }

  /// The whole of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.read, path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    fstat(descriptor, &status)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = readSome(descriptor, &chunk)
      if count == 0 { return bytes }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(.read, path, code: errno) }
      bytes += chunk[..<count]
    }
  }

  /// The names in a directory, sorted by their bytes, without `.` and `..`.
  public static func list(_ path: String) throws(FileError) -> [String] {
    guard let directory = opendir(path) else { throw FileError(.list, path, code: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = entryName(entry)
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Replaces a file as a whole: written beside it, flushed to the disk, and renamed onto it.
  ///
  /// Whatever happens, the file holds either what it held before or all of `bytes`.
  public static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600) throws(FileError) {
    try stage(bytes, for: path, mode: mode).move(to: path)
  }

  /// Copies a file, together with the time of its last change.
  ///
  /// That time can be a part of what a file says: git takes files that are as old as its index for changed.
  public static func copy(_ source: String, to path: String) throws(FileError) {
    var status = stat()
    guard stat(source, &status) == 0 else { throw FileError(.read, source, code: errno) }
    try write(read(source), to: path)
    #if canImport(Darwin)
      let times = [status.st_atimespec, status.st_mtimespec]
    #else
      let times = [status.st_atim, status.st_mtim]
    #endif
    guard utimensat(AT_FDCWD, path, times, 0) == 0 else { throw FileError(.write, path, code: errno) }
  }

  /// Replaces what an existing file holds, as `write` does: its mode stays, and so do the links that lead to it.
  public static func rewrite(_ bytes: [UInt8], at path: String) throws(FileError) {
    guard let real = realPath(path) else { throw FileError(.write, path, code: errno) }
    var status = stat()
    guard stat(real, &status) == 0 else { throw FileError(.write, path, code: errno) }
    let file = try stage(bytes, for: real)
    try file.take(mode: UInt32(status.st_mode & 0o7777))
    try file.move(to: real)
  }

  /// Gives what stands at `path` another name in the same file system.
  public static func rename(_ path: String, to destination: String) throws(FileError) {
    if renameEntry(path, destination) != 0 { throw FileError(.write, destination, code: errno) }
  }

  /// A file that stands on the disk, beside the one at `path` that it is to replace.
  ///
  /// What can fail for want of space or rights has been done then; only the renaming is left.
  public static func stage(
    _ bytes: [UInt8], for path: String, mode: UInt32 = 0o600
  ) throws(FileError) -> OpenFile {
    let file = try OpenFile(creating: "\(path).\(getpid()).tmp", mode: mode, shownAs: path)
    try file.append(bytes)
    try file.flush()
    return file
  }

  /// Has the disk hold the name of a file that was made or renamed, so that a power cut does not take it back.
  public static func flushName(of path: String) throws(FileError) {
    let descriptor = open(Path.parent(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.write, path, code: errno) }
    defer { close(descriptor) }
    // Not every file system can.
    if fsync(descriptor) != 0, errno != EINVAL { throw FileError(.write, path, code: errno) }
  }

  /// Removes a file or a whole directory; one that is not there is fine.
  ///
  /// Directories without write permission (caches of build tools) are made writable first. Symbolic links are
  /// removed, never followed.
  public static func remove(_ path: String) throws(FileError) {
    try remove(Array(path.utf8CString), in: AT_FDCWD, shownAs: path)
  }

  /// Names are kept as the bytes that the system gives: not every file's name is UTF-8.
  private static func remove(_ name: [CChar], in parent: Int32, shownAs path: String) throws(FileError) {
    if unlinkat(parent, name, 0) == 0 || errno == ENOENT { return }
    // A directory answers EISDIR on Linux and EPERM elsewhere.
    let directory = openDirectory(name, in: parent)
    guard directory >= 0, let stream = fdopendir(directory) else {
      throw FileError(.remove, path, code: errno)
    }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let child = entryBytes(entry)
      if child != Array(".".utf8CString), child != Array("..".utf8CString) { names.append(child) }
    }
    do throws(FileError) {
      for child in names {
        let shown = String(decoding: child.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try remove(child, in: dirfd(stream), shownAs: "\(path)/\(shown)")
      }
    } catch {
      closedir(stream)
      throw error
    }
    closedir(stream)
    if unlinkat(parent, name, AT_REMOVEDIR) != 0, errno != ENOENT {
      throw FileError(.remove, path, code: errno)
    }
  }

  private static func openDirectory(_ name: [CChar], in parent: Int32) -> Int32 {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = openat(parent, name, flags)
    if descriptor < 0, errno == EACCES {
      fchmodat(parent, name, 0o700, 0)
      return openat(parent, name, flags)
    }
    if descriptor >= 0 { fchmod(descriptor, 0o700) }
    return descriptor
  }

  /// The name of an entry with the NUL at its end.
  static func entryBytes(_ entry: UnsafeMutablePointer<dirent>) -> [CChar] {
    withUnsafeBytes(of: entry.pointee.d_name) { $0.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0] }
  }

  private static func entryName(_ entry: UnsafeMutablePointer<dirent>) -> String {
    withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  static func readSome(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int {
    chunk.withUnsafeMutableBytes { posixRead(descriptor, $0.baseAddress, $0.count) }
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        posixWrite(descriptor, $0.baseAddress?.advanced(by: start), $0.count - start)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(.write, path, code: errno) }
      start += count
    }
  }
}

/// `read` and `write` of the system, under names that methods of the same name do not hide.
private func posixRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

private func posixWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, buffer, count)
}

private func renameEntry(_ path: String, _ destination: String) -> Int32 {
  rename(path, destination)
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileTree {
  /// The files with such an ending below a directory, by their paths from there, sorted, each with its mark.
  ///
  /// One look a file: what is quick is what can be done before each answer. Links are not followed, whatever they lead to;
  /// what vanishes meanwhile, or cannot be looked at, is left out.
  ///
  /// - Throws: `FileError` where the directory itself cannot be listed.
  public static func marks(endingIn ending: String, below directory: String) throws(FileError) -> [MarkedFile]
  {
    guard let stream = opendir(directory) else { throw FileError(.list, directory, code: errno) }
    var found: [MarkedFile] = []
    collect(stream, at: "", endingIn: Array(ending.utf8), into: &found)
    return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Takes the files of an open directory, which it closes, and of those below it.
  private static func collect(
    _ stream: OpaquePointer, at parent: String, endingIn ending: [UInt8], into found: inout [MarkedFile]
  ) {
    defer { closedir(stream) }
    let descriptor = dirfd(stream)
    while let entry = readdir(stream) {
      let name = entryBytes(entry).dropLast().map { UInt8(bitPattern: $0) }
      guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
      let isNamedSo = name.count > ending.count && name.suffix(ending.count).elementsEqual(ending)
      let kind = Int(entry.pointee.d_type)
      // Some file systems do not say what an entry is.
      let mayBeDirectory = kind == Int(DT_DIR) || kind == Int(DT_UNKNOWN)
      guard isNamedSo || mayBeDirectory else { continue }
      var status = stat()
      guard fstatat(descriptor, entryBytes(entry), &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
      let path = "\(parent)\(String(decoding: name, as: UTF8.self))"
      if status.st_mode & S_IFMT == S_IFREG, isNamedSo {
        found.append(MarkedFile(path: path, mark: FileMark(status)))
      } else if status.st_mode & S_IFMT == S_IFDIR {
        let child = openat(descriptor, entryBytes(entry), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard child >= 0 else { continue }
        guard let below = fdopendir(child) else {
          close(child)
          continue
        }
        collect(below, at: "\(path)/", endingIn: ending, into: &found)
      }
    }
  }
}

/// A file with the mark that it had when it was looked at.
public struct MarkedFile: Sendable, Equatable {
  /// Its path, from the directory that was looked through.
  public var path: String

  /// Its mark.
  public var mark: FileMark
}

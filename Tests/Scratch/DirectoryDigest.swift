import Digest
import Storage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Everything below a directory as text: a line for each entry with its mode, the digest of its content and its path.
///
/// Two directories with equal texts are the same byte for byte; the text shows where they differ.
///
/// - Throws: `FileError` where something cannot be read.
public func directoryDigest(_ path: String) throws -> String {
  var lines: [String] = []
  try describe(Array(path.utf8), below: path.utf8.count + 1, into: &lines)
  return lines.sorted().joined(separator: "\n") + "\n"
}

/// Names are bytes here: a name that is no UTF-8 is a name all the same.
private func describe(_ path: [UInt8], below depth: Int, into lines: inout [String]) throws {
  let shown = path.dropFirst(depth).map { byte in
    byte > 0x20 && byte < 0x7F ? String(Unicode.Scalar(byte)) : "%\(String(byte, radix: 16))"
  }
  var status = stat()
  let name = path.map { CChar(bitPattern: $0) } + [0]
  guard lstat(name, &status) == 0 else {
    throw FileError(.read, String(decoding: path, as: UTF8.self), code: errno)
  }
  let content: String
  switch status.st_mode & S_IFMT {
  case S_IFDIR:
    content = "directory"
    for entry in try entries(of: name) {
      try describe(path + [UInt8(ascii: "/")] + entry, below: depth, into: &lines)
    }
  case S_IFLNK:
    var target = [CChar](repeating: 0, count: 4096)
    let count = readlink(name, &target, target.count)
    content =
      "link \(SHA256.hexadecimal(of: target.prefix(max(0, count)).map { UInt8(bitPattern: $0) }).prefix(16))"
  case S_IFREG: content = String(SHA256.hexadecimal(of: try bytes(of: name)).prefix(16))
  default: content = "special"
  }
  lines.append("\(shown.joined())  \(String(status.st_mode, radix: 8))  \(content)")
}

private func entries(of directory: [CChar]) throws -> [[UInt8]] {
  guard let stream = opendir(directory) else {
    throw FileError(.list, String(describing: directory), code: errno)
  }
  defer { closedir(stream) }
  var names: [[UInt8]] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
  }
  return names
}

private func bytes(of file: [CChar]) throws -> [UInt8] {
  let descriptor = open(file, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(.read, String(describing: file), code: errno) }
  defer { close(descriptor) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count <= 0 { return content }
    content += chunk[..<count]
  }
}

import FoundationEssentials

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Runs the programs that read what we write, to learn what they say of it.
enum Program {
  static func exists(_ name: String) -> Bool {
    unsafe system("command -v \(name) >/dev/null 2>&1") == 0
  }

  /// All that a program prints, on either stream, when it is given the script as a file.
  static func output(of name: String, options: String = "", script: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "script-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(script.utf8).write(to: folder.appending(path: "script"))
    _ = unsafe system("cd '\(folder.path)' && \(name) \(options) script >output 2>&1")
    return try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
  }
}

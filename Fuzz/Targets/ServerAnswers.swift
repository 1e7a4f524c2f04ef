import JSONRPC

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a server says to the bytes of a client, from the first one to the end of its input.
enum ServerAnswers {
  /// All of it.
  ///
  /// - Parameter serve: runs a server over these two ends until the input is read.
  static func all(to bytes: [UInt8], _ serve: (StandardStreams) -> Void) -> [UInt8] {
    guard let input = tmpfile(), let output = tmpfile() else { return [] }
    defer {
      fclose(input)
      fclose(output)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(fileno(input), $0.baseAddress, $0.count) }
      guard count > 0 else { return [] }
      rest = rest.dropFirst(count)
    }
    lseek(fileno(input), 0, SEEK_SET)
    serve(StandardStreams(input: fileno(input), output: fileno(output)))
    lseek(fileno(output), 0, SEEK_SET)
    var answer: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(fileno(output), $0.baseAddress, $0.count) }
      guard count > 0 else { return answer }
      answer += chunk[..<count]
    }
  }
}

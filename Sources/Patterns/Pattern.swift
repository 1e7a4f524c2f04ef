private import CPCRE2

/// A regular expression of PCRE2, compiled once, for UTF-8 bytes that may be invalid.
///
/// Lines are its unit as a user expects: `^` and `$` match at line ends, `.` does not cross them.
public final class Pattern: Sendable {
  /// What the user wrote.
  public let source: String

  // A compiled pattern is never written to after compilation; PCRE2 documents it as safe to share.
  nonisolated(unsafe) let code: OpaquePointer

  /// Compiles `source`.
  ///
  /// - Throws: `PatternError` where PCRE2 refuses it.
  public init(_ source: String, options chosen: PatternOptions = []) throws(PatternError) {
    self.source = source
    var errorCode: Int32 = 0
    var errorOffset = 0
    var options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    if chosen.contains(.ignoresCase) { options |= PCRE2_CASELESS }
    if chosen.contains(.knowsAllScripts) { options |= PCRE2_UCP }
    let compiled = Array(source.utf8).withUnsafeBufferPointer {
      pcre2_compile_8($0.baseAddress, $0.count, options, &errorCode, &errorOffset, nil)
    }
    guard let compiled else {
      var message = [UInt8](repeating: 0, count: 256)
      pcre2_get_error_message_8(errorCode, &message, message.count)
      let text = String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
      throw PatternError(source: source, offset: errorOffset, message: text)
    }
    // Where the processor has no just-in-time compiler, matching falls back to the interpreter by itself.
    pcre2_jit_compile_8(compiled, PCRE2_JIT_COMPLETE)
    code = compiled
  }

  deinit {
    pcre2_code_free_8(code)
  }

  /// The bytes of the first match in `text`, or nil.
  ///
  /// A match that would need more work than PCRE2's limit is none.
  public func firstMatch(in text: [UInt8]) -> Range<Int>? {
    guard let match = pcre2_match_data_create_from_pattern_8(code, nil) else { return nil }
    defer { pcre2_match_data_free_8(match) }
    let count = text.withUnsafeBufferPointer {
      pcre2_match_8(code, $0.baseAddress, $0.count, 0, 0, match, nil)
    }
    guard count > 0, let ends = pcre2_get_ovector_pointer_8(match) else { return nil }
    // \K may put the start behind the end.
    return min(ends[0], ends[1])..<max(ends[0], ends[1])
  }
}

/// Why a regular expression could not be compiled.
public struct PatternError: Error, Sendable, Equatable {
  /// What the user wrote.
  public var source: String

  /// Where in it, in bytes.
  public var offset: Int

  /// What PCRE2 says of it.
  public var message: String
}

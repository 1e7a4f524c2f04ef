import Scratch
import Testing

/// A repository with a fix, a record of it, and editors that open it.
struct EditorBench {
  let program: PostmortemProgram
  let repository: ScratchRepository

  /// The commit of the fix.
  let fix: String

  init() throws {
    program = try PostmortemProgram()
    repository = try ScratchRepository()
    try repository.commit(["sum.c": "int add_up(int a) { return a; }\n"], "Add the sum")
    fix = try repository.commit(
      ["sum.c": "int carry_over(int a) { return a + 1; }\nint add_up(int a) { return carry_over(a); }\n"],
      "Mend the sum")
  }

  /// The record's address.
  var address: String { "file://\(repository.path)/docs/postmortems/A-1.md" }

  /// A record with a hedge, and a name that is misspelt.
  static let record = """
    ---
    key: A-1
    owner: Ann Bell
    fix: HEAD
    ---

    # A-1: It hangs

    ## Summary

    It hangs; `add_up` ends now. (A-1; owner: Ann Bell.)

    ## Root cause

    `add_up` probably drops `carry_ovr` when `a` is odd.

    ## Fix

    `add_up` calls `carry_over`, so that nothing is dropped.

    ## Validation

    `make check` passes. Not tested: macOS.

    """

  /// Where the hedge stands, from 0.
  static let hedge = (14, 9)

  /// Where the misspelt name stands.
  static let misspelt = (14, 25)

  func editor(
    capabilities: JSONValue? = EditorSession.capabilities, parameters: [String: JSONValue] = [:]
  ) throws -> EditorSession {
    try EditorSession(
      program.path, environment: program.environment, in: "/", capabilities: capabilities,
      parameters: parameters)
  }

  /// An editor that has the record open, and knows what it names.
  func editorWithRecord(_ text: String = EditorBench.record) throws -> EditorSession {
    let editor = try editor()
    try editor.open(address, text)
    _ = try editor.diagnostics { Self.rules($0["diagnostics"].elements).contains("unsupported-identifier") }
    return editor
  }

  /// The rules of diagnostics.
  static func rules(_ diagnostics: [JSONValue]) -> Set<String> {
    Set(diagnostics.compactMap { $0["code"].text })
  }
}

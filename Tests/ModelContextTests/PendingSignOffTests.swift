import Storage
import Testing

@testable import Delivery
@testable import ModelContext

/// What a handle of a confirmation stands for, and for how long.
@Suite struct PendingSignOffTests {
  private let terms = SignedTerms(
    payload: "p", site: "s", kind: "cloud", account: "a", accountID: "1", ticket: "RILL-1",
    visibility: "everyone",
    record: "RILL-1", revision: 1, digest: "d")

  @Test func `a handle stands for what was shown, and is another each time`() throws {
    let pending = PendingSignOffs()
    let first = pending.add(.text("a"), in: "/r", terms: terms)
    let second = pending.add(.text("b"), in: "/r", terms: terms)
    #expect(first != second && first.utf8.count == 64)
    #expect(try pending.pending(first).arguments == .text("a"))
    #expect(try pending.pending(second).terms == terms)
    #expect(throws: NotPosted.self) { try pending.pending("\(first)0") }
  }

  @Test func `it serves once, however many come at the same time`() async throws {
    let pending = PendingSignOffs()
    let handle = pending.add(.nothing, in: "/r", terms: terms)
    let served = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { (try? pending.spend(handle)) != nil } }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(served == 1)
    #expect(throws: NotPosted.self) { try pending.pending(handle) }
  }

  @Test func `it ends with its time`() {
    let pending = PendingSignOffs(lifetime: .zero)
    let handle = pending.add(.nothing, in: "/r", terms: terms)
    #expect(throws: NotPosted.self) { try pending.pending(handle) }
    #expect(throws: NotPosted.self) { try pending.spend(handle) }
  }

  @Test func `an agent that asks for ever takes no memory for ever`() throws {
    let pending = PendingSignOffs()
    let first = pending.add(.nothing, in: "/r", terms: terms)
    for _ in 0..<1000 { _ = pending.add(.nothing, in: "/r", terms: terms) }
    #expect(throws: NotPosted.self) { try pending.pending(first) }
    let last = pending.add(.nothing, in: "/r", terms: terms)
    #expect(try pending.pending(last).root == "/r")
  }
}

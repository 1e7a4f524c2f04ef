import Chance
import Delivery
import Synchronization
import Testing

/// A record reaches its ticket once, whatever fails on the way.
@Suite struct PostingTests {
  @Test func `a record is posted, read back and journalled; the next call finds it and sends nothing`() throws
  {
    let delivering = try Delivering()
    let sight = try #require(try delivering.call().sight)
    #expect(sight.differences == [])
    #expect(sight.duplicates == [])
    #expect(!sight.isFound)
    #expect(try delivering.journal.read().entries.map(\.step) == [.intent, .sent, .confirmed])
    #expect(try delivering.call() == .there("10000"))
    #expect(delivering.tracker.state.withLock(\.writes) == 1)
  }

  @Test(arguments: MemoryTracker.Fault.allCases)
  func `after any fault the record stands there once, or not yet and the next call brings it`(
    fault: MemoryTracker.Fault
  ) throws {
    let delivering = try Delivering()
    delivering.tracker.add("Thanks!")
    delivering.tracker.fail(fault)
    let first = try delivering.call()
    #expect(first.isDelivered == fault.stores, "\(first)")
    #expect(try delivering.call().isDelivered)
    let ours = delivering.tracker.comments.filter { $0.mark?.record == "RILL-1" }
    #expect(ours.count == (fault == .twice ? 2 : 1))
    #expect(try delivering.journal.read().entries.unfinished == [] || !fault.stores)
  }

  @Test func `what a proxy delivered twice is said by the call and by every later one`() throws {
    let delivering = try Delivering()
    delivering.tracker.fail(.twice)
    #expect(try delivering.call().sight?.duplicates.map(\.id) == ["10000"])
    let plan = try delivering.plan()
    guard case .nothing(let there) = plan.need else {
      Issue.record("\(plan.need)")
      return
    }
    #expect(there.id == "10000")
    #expect(plan.standing.others(than: there.id).map(\.id) == ["10001"])
  }

  @Test func `a late comment is found by looking again, though the first look did not show it`() throws {
    let delivering = try Delivering()
    delivering.tracker.fail(.late)
    let sight = try #require(try delivering.call().sight)
    #expect(sight.isFound)
    #expect(try delivering.journal.read().entries.last?.found == true)
    #expect(delivering.tracker.comments.count == 1)
  }

  @Test func `a refusal is journalled with its reason and leaves nothing unfinished`() throws {
    let delivering = try Delivering()
    delivering.tracker.fail(.refused)
    #expect(
      try delivering.call()
        == .ended(.rejected(.refused(status: 403, messages: ["No permission to comment."]))))
    let entries = try delivering.journal.read().entries
    #expect(entries.last?.reason == "403: No permission to comment.")
    #expect(entries.unfinished == [])
  }

  // MARK: A crash at any step

  /// What a client can see in time: not what is delivered twice, or later than the next call looks.
  private static let faults = MemoryTracker.Fault.allCases.filter { $0 != .twice && $0 != .late }

  @Test func `a request that arrives after the next call has looked makes two, which every later call says`()
    throws
  {
    let delivering = try Delivering()
    delivering.tracker.fail(.late)
    try delivering.call(steps: 2)
    try delivering.call()
    #expect(delivering.tracker.comments.count == 2)
    #expect(try delivering.plan().standing.others(than: "10000").map(\.id) == ["10001"])
  }

  @Test(arguments: 0...5)
  func `cut short after any step, the next call brings the record or finds it`(steps: Int) throws {
    for fault in Self.faults.map(Optional.some) + [nil] {
      let delivering = try Delivering()
      if let fault { delivering.tracker.fail(fault) }
      try delivering.call(steps: steps)
      while try !delivering.call().isDelivered {}
      #expect(delivering.tracker.comments.count == 1, "\(String(describing: fault)) after \(steps)")
      let marks = delivering.tracker.comments.map(\.mark)
      #expect(marks.map { $0?.revision } == [1])
      #expect(try delivering.call() == .there("10000"))
    }
  }

  @Test func `what was sent and not journalled any more is written down by the next call`() throws {
    let delivering = try Delivering()
    try delivering.call(steps: 2)
    #expect(try delivering.journal.read().entries.map(\.step) == [.intent])
    #expect(try delivering.call() == .there("10000"))
    let entries = try delivering.journal.read().entries
    #expect(entries.map(\.step) == [.intent, .confirmed])
    #expect(entries.last?.comment == "10000")
    #expect(entries.last?.found == true)
  }

  @Test func `under random faults and crashes each of many records stands there once, as it was signed`()
    throws
  {
    var random = SplitMix(seed: 142)
    for round in 0..<400 {
      let delivering = try Delivering()
      let body = "It carries, \(round).\r\n\n"
      var told = false
      while !told {
        if Bool.random(using: &random), let fault = Self.faults.randomElement(using: &random) {
          delivering.tracker.fail(fault)
        }
        delivering.tracker.state.withLock {
          $0.readFailures =
            Int.random(in: 0...6, using: &random) == 0 ? Int.random(in: 1...3, using: &random) : 0
        }
        let steps = Bool.random(using: &random) ? .max : Int.random(in: 0...6, using: &random)
        // A call whose first look fails sends nothing.
        told = (try? delivering.call(body, steps: steps).isDelivered) ?? false
        delivering.tracker.state.withLock {
          $0.readFailures = 0
          $0.faults = []
        }
      }
      #expect(delivering.tracker.comments.count == 1)
      #expect(delivering.tracker.comments.first?.body == Array(body.utf8))
    }
  }

  // MARK: What stands there

  @Test func `an older revision is replaced in its place, and its number goes on`() throws {
    let delivering = try Delivering()
    try delivering.call("It carries.")
    delivering.tracker.add("Thanks!")
    #expect(try delivering.call("It carries, and is tested.").sight?.comment.id == "10000")
    let ours = delivering.tracker.comments.filter { $0.mark != nil }
    #expect(ours.map(\.mark?.revision) == [2])
    #expect(ours.first?.body == Array("It carries, and is tested.".utf8))
    // Back to the first text is a third revision.
    try delivering.call("It carries.")
    #expect(delivering.tracker.comments.first?.mark?.revision == 3)
  }

  @Test func `where the journal is lost, the mark on the ticket says what is there`() throws {
    let delivering = try Delivering()
    try delivering.call("It carries.")
    let elsewhere = try Delivering(delivering.tracker)
    #expect(try elsewhere.call("It carries.") == .there("10000"))
    #expect(try elsewhere.call("It carries now.").sight?.comment.mark?.revision == 2)
  }

  @Test func `where the mark was dropped, the journal or the text says whose it is, and that is told`() throws
  {
    let delivering = try Delivering()
    delivering.tracker.state.withLock { $0.alter = { $0.mark = nil } }
    delivering.tracker.fail(.brokenAfter)
    let sight = try #require(try delivering.call().sight)
    #expect(sight.differences == ["the mark by which it is known again: none stored"])
    #expect(try delivering.call() == .there("10000"))
    #expect(try Delivering(delivering.tracker).call() == .there("10000"))
    #expect(try delivering.plan("Another text.").order.replaces == "10000")
  }

  @Test func `a comment that somebody else wrote with the same words is not ours`() throws {
    let delivering = try Delivering()
    delivering.tracker.add("It carries.")
    #expect(try delivering.call().sight?.comment.id == "10001")
  }

  @Test func `text, visibility and mark that are not as signed are told`() throws {
    let delivering = try Delivering(MemoryTracker(servesCustomers: true))
    delivering.tracker.state.withLock {
      $0.alter = {
        $0.body = Array("It carries!".utf8)
        $0.visibility = .everyone
      }
    }
    #expect(
      try delivering.call().sight?.differences == [
        "the body: “It carries.” signed, “It carries!” stored",
        "the visibility: internal signed, everyone stored",
      ])
  }

  @Test func `a comment that was changed there, or that others can read, is replaced and not doubled`() throws
  {
    let delivering = try Delivering()
    try delivering.call()
    delivering.tracker.state.withLock { $0.comments[0].body = Array("It does not carry.".utf8) }
    guard case .replace(_, .changedThere) = try delivering.plan().need else {
      Issue.record("\(try delivering.plan().need)")
      return
    }
    try delivering.call()
    guard case .replace(_, .otherVisibility) = try delivering.plan("It carries.", .role("Developers")).need
    else {
      Issue.record("\(try delivering.plan("It carries.", .role("Developers")).need)")
      return
    }
    let sight = try #require(try delivering.call("It carries.", .role("Developers")).sight)
    #expect(sight.differences == [])
    #expect(sight.comment.mark?.revision == 1)
    #expect(delivering.tracker.comments.count == 1)
  }

  @Test func `where customers read the ticket, a comment is internal unless everyone is said`() throws {
    let customers = try Delivering(MemoryTracker(servesCustomers: true))
    #expect(try customers.plan().order.comment.visibility == .internal)
    #expect(try customers.plan("It carries.", .everyone).order.comment.visibility == .everyone)
    let team = try Delivering()
    #expect(try team.plan().order.comment.visibility == .everyone)
    #expect(throws: DeliveryError.notInternal("RILL-1")) { try team.plan("It carries.", .internal) }
  }

  @Test func `a revision is no less private than the one before`() throws {
    let team = try Delivering()
    try team.call("One.", .role("Developers"))
    #expect(try team.plan("Two.").order.comment.visibility == .role("Developers"))
    #expect(try team.plan("Two.", .everyone).order.comment.visibility == .everyone)
    let customers = try Delivering(MemoryTracker(servesCustomers: true))
    try customers.call("One.", .everyone)
    // That customers read a text is said of that text.
    #expect(try customers.plan("One.").order.comment.visibility == .everyone)
    #expect(try customers.plan("Two.").order.comment.visibility == .internal)
  }

  @Test func `a replacement that never arrived is not taken for what stood there before`() throws {
    let delivering = try Delivering()
    try delivering.call("It carries.", .everyone)
    delivering.tracker.fail(.brokenBefore)
    guard case .ended(.unknown) = try delivering.call("It carries.", .role("Developers")) else {
      Issue.record("It did not arrive.")
      return
    }
    #expect(try delivering.journal.read().entries.map(\.step) == [.intent, .sent, .confirmed, .intent])
  }

  @Test func `a delivery that left nothing on the ticket is never written down as confirmed`() throws {
    let delivering = try Delivering()
    delivering.tracker.fail(.brokenBefore)
    try delivering.call()
    try delivering.call()
    #expect(try delivering.call() == .there("10000"))
    let entries = try delivering.journal.read().entries
    #expect(entries.map(\.step) == [.intent, .intent, .sent, .confirmed])
    #expect(entries.unfinished.map(\.number) == [1])
  }
}

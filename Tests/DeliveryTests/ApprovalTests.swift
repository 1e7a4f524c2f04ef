import Delivery
import Scratch
import Storage
import Testing

/// An approval counts for exactly what was signed, once, for ten minutes, where it was signed.
@Suite struct ApprovalTests {
  let directory: TemporaryDirectory
  let store: ApprovalStore

  init() throws {
    directory = try TemporaryDirectory()
    store = try ApprovalStore(in: "\(directory.path)/state")
  }

  static let terms: SignedTerms = {
    let order = DeliveryOrder(
      destination: Destination(
        site: "https://jira.example", kind: .cloud, account: "Ada", accountID: "ada"),
      ticket: "RILL-1",
      comment: CommentDraft(
        body: [], visibility: .internal, mark: CommentMark(record: "RILL-1", revision: 1, digest: "beef")),
      payload: [])
    var terms = order.terms
    terms.payload = "f00d"
    return terms
  }()
  static let now = 1_800_000_000

  private var file: String {
    get throws {
      let names = try FileTree.list("\(store.directory)/approvals").filter { $0.hasSuffix(".json") }
      return "\(store.directory)/approvals/\(try #require(names.first))"
    }
  }

  @Test(arguments: ["post it", "go ahead", "yes", " yes ", "yes\r"])
  func `three answers approve`(answer: String) {
    #expect(Approval.isGiven(by: answer))
  }

  @Test(arguments: [
    "", "y", "Yes", "YES", "yes.", "yes please", "yes, but", "post", "go", "ok", "y\u{65}\u{301}s", "no",
    "post  it",
    "yes\u{0}", "\u{1b}[Ayes", "yes\u{200B}",
  ])
  func `nothing else approves`(answer: String) {
    #expect(!Approval.isGiven(by: answer))
  }

  @Test func `what was signed is found, and serves once`() throws {
    let approval = try store.sign(Self.terms, by: "Ada", at: Self.now)
    #expect(try store.approval(of: Self.terms, at: Self.now + 599) == .found(approval))
    try store.spend(approval, at: Self.now)
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([]))
    #expect(throws: ApprovalStoreError.alreadySpent) { try store.spend(approval, at: Self.now) }
  }

  @Test func `it ends after ten minutes, and does not count before it was signed`() throws {
    let approval = try store.sign(Self.terms, by: "Ada", at: Self.now)
    #expect(try store.approval(of: Self.terms, at: Self.now + 600) == .none([.expired(approval)]))
    #expect(try store.approval(of: Self.terms, at: Self.now - 1) == .none([.expired(approval)]))
  }

  static let changes: [(differs: String, change: @Sendable (inout SignedTerms) -> Void)] = [
    ("the payload", { $0.payload = "f00e" }), ("the site", { $0.site = "https://other.example" }),
    ("the site", { $0.kind = "data-center" }), ("the account", { $0.accountID = "grace" }),
    ("the account", { $0.account = "Grace" }), ("the ticket", { $0.ticket = "RILL-2" }),
    ("the comment that it replaces", { $0.replaces = "10001" }),
    ("the visibility", { $0.visibility = "everyone" }),
    ("the revision", { $0.revision = 2 }), ("the text", { $0.digest = "bee" }),
  ]

  @Test(arguments: changes.indices)
  func `any change of what was signed voids it, and is named`(number: Int) throws {
    let (differs, change) = Self.changes[number]
    let approval = try store.sign(Self.terms, by: "Ada", at: Self.now)
    var terms = Self.terms
    change(&terms)
    #expect(
      try store.approval(of: terms, at: Self.now) == .none([.other(approval, differs: [differs])]))
  }

  @Test func `a copy that is put back after it served does not count`() throws {
    let approval = try store.sign(Self.terms, by: "Ada", at: Self.now)
    let (path, copy) = (try file, try FileTree.read(file))
    try store.spend(approval, at: Self.now)
    try FileTree.write(copy, to: path)
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([.spent]))
  }

  @Test(arguments: [
    "\"signed\":1800000000", "\"person\":\"Ada\"", "\"payload\":\"f00d\"", "internal", "RILL-1",
  ])
  func `one that is changed by hand does not count`(text: String) throws {
    _ = try store.sign(Self.terms, by: "Ada", at: Self.now)
    let bytes = String(decoding: try FileTree.read(file), as: UTF8.self)
    let last = text.last == "\"" ? text.dropLast().last : text.last
    let changed = text.replacing("\(last ?? " ")", with: "9")
    #expect(bytes.contains(text))
    try FileTree.write(Array(bytes.replacing(text, with: changed).utf8), to: file)
    let path = try file
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([.notSealedHere(path: path)]))
  }

  @Test func `one from another place does not count, and neither does one without a seal`() throws {
    let other = try ApprovalStore(in: "\(directory.path)/other")
    _ = try other.sign(Self.terms, by: "Ada", at: Self.now)
    _ = try store.sign(Self.terms, by: "Ada", at: Self.now)
    let path = try file
    let theirs = try FileTree.list("\(other.directory)/approvals").filter { $0.hasSuffix(".json") }
    try FileTree.write(
      FileTree.read("\(other.directory)/approvals/\(try #require(theirs.first))"), to: path)
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([.notSealedHere(path: path)]))
    try FileTree.write(Array("{}".utf8), to: path)
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([.notSealedHere(path: path)]))
  }

  @Test func `files that others can read or write, or links, are not believed`() throws {
    _ = try store.sign(Self.terms, by: "Ada", at: Self.now)
    let path = try file
    try FileTree.write(FileTree.read(path), to: path, mode: 0o644)
    #expect(try store.approval(of: Self.terms, at: Self.now) == .none([.notPrivate(path: path)]))
    let key = "\(store.directory)/seal"
    try FileTree.write(FileTree.read(key), to: key, mode: 0o640)
    #expect(throws: ApprovalStoreError.notPrivate(path: key)) {
      try store.approval(of: Self.terms, at: Self.now)
    }
    try FileTree.write([], to: key)
    #expect(throws: ApprovalStoreError.badKey(path: key)) { try store.approval(of: Self.terms, at: Self.now) }
  }

  @Test func `a directory that others can look into is refused`() throws {
    let open = "\(directory.path)/open"
    try FileTree.makeDirectory(open, mode: 0o755)
    #expect(throws: ApprovalStoreError.notPrivate(path: open)) { try ApprovalStore(in: open) }
  }

  @Test func `files of the store are for the user alone`() throws {
    _ = try store.sign(Self.terms, by: "Ada", at: Self.now)
    #expect(try FileTree.isPrivateFile(file))
    #expect(FileTree.isPrivateFile("\(store.directory)/seal"))
  }
}

@testable import Casework
import Scratch
import Storage
import Testing

/// The copy that a person edits: it is lost in no way, and in nobody's.
@Suite struct CaseEditTests {
  let directory: TemporaryDirectory
  let store: CaseStore

  init() throws {
    directory = try TemporaryDirectory()
    store = CaseStore(inWorkTree: directory.path)
    try store.create("K-1")
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `one process at a time has the copy`() throws {
    var edit: CaseEdit? = try CaseEdit(of: "K-1", in: store)
    #expect(throws: CaseEditError.busy("K-1")) { try CaseEdit(of: "K-1", in: store) }
    #expect(edit != nil)
    edit = nil
    _ = try CaseEdit(of: "K-1", in: store)
  }

  @Test func `a copy is left where its text is in the case neither before nor now`() throws {
    let edit = try CaseEdit(of: "K-1", in: store)
    #expect(try !edit.holdsLeftText())
    try edit.begin()
    #expect(try !edit.holdsLeftText())
    try FileTree.write(bytes("key: K-1\n"), to: edit.path)
    #expect(try edit.holdsLeftText())
    // A crash between the saving and the removal of the copy.
    try FileTree.write(bytes("key: K-1\n"), to: edit.casePath)
    #expect(try !edit.holdsLeftText())
  }

  @Test func `what is set aside takes no other's name`() throws {
    let edit = try CaseEdit(of: "K-1", in: store)
    for text in ["a", "b"] {
      try edit.take(bytes(text), basedOn: [])
      let path = try edit.setAside()
      #expect(try FileTree.read(path) == bytes(text))
      #expect(try !edit.holdsLeftText())
    }
    #expect(
      try FileTree.list("\(store.directory)/K-1").filter { $0.hasPrefix("case.edit.") } == [
        "case.edit.1.yaml", "case.edit.2.yaml", "case.edit.lock",
      ])
  }

  @Test func `a text that names another case is none of this one`() throws {
    let edit = try CaseEdit(of: "K-1", in: store)
    #expect(throws: CaseStoreError.keyDiffers(path: edit.path, named: "K-2", expected: "K-1")) {
      try edit.file(of: bytes("key: K-2\n"))
    }
  }

  @Test func `a case that does not read takes another file, unless it was edited since`() throws {
    let path = "\(store.directory)/K-1/case.yaml"
    try FileTree.write(bytes("titel: x\n"), to: path)
    let file = try CaseFile(bytes("key: K-1\ntitle: x\n"), name: path)
    let open = try store.open("K-1", toTake: file)
    #expect(open.standing == bytes("titel: x\n"))
    try FileTree.write(bytes("titel: y\n"), to: path)
    #expect(throws: CaseStoreError.editedMeanwhile(path: path)) {
      try open.write(file, stating: [], at: "2026-07-14T09:30:00Z")
    }
    #expect(try FileTree.read(path) == bytes("titel: y\n"))
  }

  @Test(
    arguments: [
      ("title: a\nowner: b\n", "title: a\nowner: b # who\n", []),
      ("title: a\n", "title: b\n", [CaseChange(field: "title", old: "a", new: "b")]),
      (
        "owner: b\n", "title: a\n",
        [
          CaseChange(field: "title", old: nil, new: "a"), CaseChange(field: "owner", old: "b", new: nil),
        ]
      ),
      (
        "actions: [{what: a}, {what: b}]\n", "actions: [{what: b}]\n",
        [
          CaseChange(field: "actions.0.what", old: "a", new: "b"),
          CaseChange(field: "actions.1.what", old: "b", new: nil),
        ]
      ),
    ] as [(String, String, [CaseChange])])
  func `what changed is told by field, what was cleared last`(
    old: String, new: String, changes: [CaseChange]
  ) throws {
    let old = try CaseFile(bytes("key: K-1\n\(old)"), name: "case.yaml")
    let new = try CaseFile(bytes("key: K-1\n\(new)"), name: "case.yaml")
    #expect(new.changes(from: old) == changes)
  }
}

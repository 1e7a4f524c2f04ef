import Declaration
import Storage
import Testing

@testable import ModelContext

/// The list of tools, which every conversation of an agent pays for.
@Suite struct ToolTests {
  @Test func `there are at most ten, in less than eight kilobytes`() throws {
    for revision in Revision.allCases {
      let entries = Tool.all.map { $0.entry(in: revision) }
      #expect(entries.count <= 10)
      #expect(JSONText.encode(JSONTree.list(entries)).count < 8192)
    }
  }

  @Test(arguments: Tool.all.map(\.name))
  func `every field that a tool offers is one of its operation's`(name: String) throws {
    let tool = try #require(Tool.named(name))
    for action in tool.actions {
      #expect(action.fields.count == action.keys.count)
      for (name, field) in action.fields {
        #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz_".utf8.contains($0) })
        #expect(!field.help.isEmpty)
      }
      // Whatever an operation wants must be offered, or it could never be called.
      let required = action.operation.fields.filter(\.isRequired).map(\.key)
      #expect(Set(required).isSubset(of: action.keys))
    }
  }

  @Test func `no tool lets an agent say who attests, which secrets stay, what is recorded or where files go`()
  {
    let names = Tool.all.flatMap { tool in
      tool.actions.flatMap { action in action.fields.map { "\(tool.name).\(action.name ?? ""):\($0.name)" } }
    }
    for word in ["allow_secret", "env", "cache", "record", "output", "open", "payload", "dry_run"] {
      #expect(!names.contains { $0.hasSuffix(":\(word)") }, "\(word)")
    }
    #expect(!names.contains("facts.set:by"))
  }

  @Test func `no field offers the standard input, which the protocol has`() {
    for tool in Tool.all {
      let text = String(decoding: JSONText.encode(tool.inputSchema), as: UTF8.self)
      #expect(!text.contains("standard input"), "\(tool.name)")
    }
  }

  @Test func `a revision that knows no schemas of output is given none`() {
    for tool in Tool.all {
      let old = tool.entry(in: .november2024)
      #expect(Set(old.members.keys) == ["name", "description", "inputSchema"])
      #expect(tool.entry(in: .stateless)["outputSchema"]["type"].text == "object")
      #expect(tool.inputSchema["$schema"] == .nothing)
    }
  }

  @Test func `only one call runs commands of the user's at a time`() throws {
    let breadcrumb = try #require(Tool.named("breadcrumb"))
    #expect(breadcrumb.lane(for: .object(["action": .text("try")])) == .commandWorker)
    #expect(breadcrumb.lane(for: .object(["action": .text("note")])) == .worker)
    #expect(try #require(Tool.named("prove")).lane(for: .nothing) == .commandWorker)
  }
}

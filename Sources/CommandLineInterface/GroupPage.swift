import Declaration
import Terminal

/// The help on a group: the operations that belong to it.
struct GroupPage {
  let tool: CommandLineTool
  let group: OperationGroup

  init(_ tool: CommandLineTool, _ group: OperationGroup) {
    self.tool = tool
    self.group = group
  }

  func text(for terminal: TerminalCapabilities) -> String {
    var page = Page(for: terminal)
    page.add(paragraph: usage, heading: "Usage:", indent: 7)
    page.addBlank()
    page.add(paragraph: group.abstract)
    page.addBlank()
    page.add(heading: "Operations")
    page.add(operations)
    page.addBlank()
    page.add(paragraph: "See `\(tool.name) help \(group.name) <operation>`.")
    return page.text
  }

  /// The short form, for those who named none of the operations.
  var summary: String {
    var page = Page(for: .plain)
    page.add(paragraph: usage, heading: "Usage:", indent: 7)
    page.add(operations)
    page.add(paragraph: "See `\(tool.name) help \(group.name)`.")
    return page.text
  }

  private var usage: String { "\(tool.name) \(group.name) <operation> [options]" }

  private var operations: Table { Table(tool.operations(under: group.name).map(Table.Row.init)) }
}

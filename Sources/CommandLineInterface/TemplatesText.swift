import Terminal
import Workspace

/// The templates of sections, the text of one, or the names for them.
struct TemplatesText {
  private let list: TemplateList
  private let width: Int

  init(_ list: TemplateList, width: Int) {
    self.list = list
    self.width = min(width, 110)
  }

  var lines: [StyledText] {
    if !list.names.isEmpty { return Table(rows(list.names, margin: "")).lines(indent: 0, width: width) }
    let rows = list.sections.map { section in
      Table.Row(
        StyledText(section.section, .bold),
        section.isOwn
          ? "\(Sanitized(section.file)), in order" : "the tool's own; \(Sanitized(section.file)) overrides it"
      )
    }
    return Table(rows).lines(indent: 0, width: width)
  }

  private func rows(_ names: [TemplateList.Name], margin: String) -> [Table.Row] {
    names.flatMap { name in
      let kind = name.kind == "text" ? "" : " (\(name.kind))"
      return [Table.Row(StyledText(margin + name.name, .cyan), name.help + kind)]
        + rows(name.elements ?? [], margin: margin + "  ")
    }
  }
}

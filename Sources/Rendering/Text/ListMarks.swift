import Markdown
import Terminal

/// The marks of a list's items, one after the other.
struct ListMarks {
  private let list: MarkdownList
  private let numberColumns: Int
  private let bullet: String
  private var number: Int

  /// The marks of a list of so many items, inside so many other lists.
  init(_ list: MarkdownList, items: Int, depth: Int) {
    self.list = list
    number = list.start ?? 0
    numberColumns = String(number + max(0, items - 1)).count
    bullet = Self.bullets[depth % Self.bullets.count]
  }

  /// The mark of the next item, its box included where it is a task.
  mutating func next(_ task: TaskState?) -> StyledText {
    defer { number += 1 }
    let box =
      switch task {
      case .open: StyledText("[ ] ")
      case .done: StyledText("[x] ", .green)
      case nil: StyledText("")
      }
    guard list.isOrdered else { return task == nil ? StyledText("\(bullet) ") : box }
    let digits = String(number)
    let space = String(repeating: " ", count: numberColumns - digits.count)
    return StyledText(space + digits + (list.delimiter == .parenthesis ? ") " : ". ")) + box
  }

  private static let bullets = ["•", "◦", "▪"]
}

import Casework
import Terminal
import Workspace

/// An entry that was just added; what its command printed has been seen already.
struct LedgerAdditionText {
  private let addition: LedgerAddition
  private let width: Int

  init(_ addition: LedgerAddition, width: Int) {
    self.addition = addition
    self.width = width
  }

  var lines: [StyledText] {
    let labels = addition.contradictedBy.map(LedgerEntry.label).joined(separator: ", ")
    let warning: [StyledText] =
      labels.isEmpty ? [] : [StyledText("But \(labels) was said to contradict that hypothesis.", .yellow)]
    return EntryText(addition.entry, quotesOutput: false, width: width).lines + warning
  }
}

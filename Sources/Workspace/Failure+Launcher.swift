import Declaration
import Proof

extension Failure {
  /// Why a text is no launcher.
  static func launcher(_ error: LauncherTemplateError) -> Failure {
    let places = LauncherTemplateError.places.map { "{\($0)}" }.joined(separator: ", ")
    let (sentence, remedy): (String, String) =
      switch error {
      case .empty: ("--launcher is empty.", "Say 'slurm', 'ssh HOST', or a command with {argv}.")
      case .openQuote(let quote): ("A quote (\(quote)) in --launcher does not end.", "End it.")
      case .openBrace(let text):
        ("A brace in --launcher does not end: “{\(text)”.", "Places are \(places); {{ is a brace.")
      case .unknownPlace(let name):
        ("--launcher has no place {\(name)}.", "Places are \(places); {{ and }} are braces.")
      case .noCommand:
        (
          "--launcher does not say where the command goes.",
          "Put {argv} where it goes as arguments, or {command} where it goes as one text for a shell."
        )
      case .argvInWord:
        (
          "{argv} in --launcher is part of a word, and stands for several.",
          "Put blanks around it, or take {command}."
        )
      case .noHost: ("--launcher ssh names no host.", "Say 'ssh HOST'.")
      }
    return Failure("launcher", sentence, remedy, status: .usage)
  }
}

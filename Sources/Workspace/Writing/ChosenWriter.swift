import Network
import Writer
import YAML

/// A language model of the user's settings, and where the key for it is from.
struct ChosenWriter {
  var settings: WriterSettings
  var key: Secret?

  /// A line of the shell that prints the key: a password manager.
  var keyCommand: String?

  /// The variable of the environment that holds it.
  var keyVariable: String?

  /// Whether the key stands in the settings themselves.
  var holdsKey: Bool { key != nil }

  private static let keys = [
    "name", "kind", "url", "model", "key", "key_command", "key_variable", "ca_file", "max_output_tokens",
    "seconds",
  ]

  /// All that the settings name; what is not as it must be is reported.
  static func all(in root: YAMLFields, _ reader: YAMLReader) -> [ChosenWriter] {
    var writers: [ChosenWriter] = []
    for fields in root.list("writers", known: keys) {
      guard let writer = ChosenWriter(fields, reader) else { continue }
      if writers.contains(where: { $0.settings.name == writer.settings.name }), let node = fields.node("name")
      {
        reader.report(
          .wrongText(key: "name", expected: "another name for each", found: writer.settings.name), at: node)
      }
      writers.append(writer)
    }
    return writers
  }

  private init?(_ fields: YAMLFields, _ reader: YAMLReader) {
    let kinds = WriterSettings.Kind.allCases.map(\.rawValue)
    let kind = fields.word("kind", of: kinds).flatMap(WriterSettings.Kind.init(rawValue:))
    guard let name = fields.requiredText("name"), fields.require("kind") != nil, let kind,
      let url = fields.requiredText("url"), let model = fields.requiredText("model")
    else { return nil }
    guard let address = WebAddress(url), address.scheme == .https || address.isLoopback else {
      if let node = fields.node("url") {
        reader.report(
          .wrongText(
            key: "url", expected: "an address that begins with https://, or with http:// and this machine",
            found: url), at: node)
      }
      return nil
    }
    settings = WriterSettings(name: name, kind: kind, address: address, model: model)
    settings.certificates = fields.text("ca_file")
    if let length = Self.number("max_output_tokens", within: 100...1_000_000, fields, reader) {
      settings.longestAnswer = length
    }
    if let seconds = Self.number("seconds", within: 1...3600, fields, reader) {
      settings.deadline = .seconds(seconds)
    }
    key = fields.text("key").map { Secret($0) }
    keyCommand = fields.text("key_command")
    keyVariable = fields.text("key_variable")
  }

  private static func number(
    _ key: String, within range: ClosedRange<Int>, _ fields: YAMLFields, _ reader: YAMLReader
  ) -> Int? {
    guard let number = fields.number(key), let node = fields.node(key) else { return nil }
    guard range.contains(number) else {
      reader.report(
        .wrongText(
          key: key, expected: "a number from \(range.lowerBound) to \(range.upperBound)", found: "\(number)"),
        at: node)
      return nil
    }
    return number
  }
}

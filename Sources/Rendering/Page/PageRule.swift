/// The rules that all pages of nested tags have.
protocol PageRule: RenderingRule {
  static var alert: Self { get }
  static var badAddress: Self { get }
  static var controlCharacter: Self { get }
  static var depth: Self { get }
  static var emptyLink: Self { get }
  static var evidence: Self { get }
  static var frontMatter: Self { get }
  static var html: Self { get }
  static var htmlComment: Self { get }
  static var image: Self { get }
  static var longCode: Self { get }
  static var relativeAddress: Self { get }
}

import Chance
import Storage
import Testing

/// What the writer of trees gives, held against the encoder and the decoder of Foundation.
@Suite struct JSONTreeTests {
  @Test(arguments: [
    (JSONTree.text("a\"b\\c/d"), #""a\"b\\c/d""#),
    (
      .text("\u{0}\u{1}\u{7}\u{8}\t\n\u{B}\u{C}\r\u{1F} \u{7F}"),
      #""\u0000\u0001\u0007\b\t\n\u000b\f\r\u001f \#u{7F}""#
    ),
    (.text("ü “€” 🧪\u{2028}"), "\"ü “€” 🧪\u{2028}\""),
    (.text("123456\"89\\12345678\n"), #""123456\"89\\12345678\n""#),
    (.whole(.min), "-9223372036854775808"), (.whole(0), "0"), (.whole(.max), "9223372036854775807"),
    (.number(0.5), "0.5"), (.number(-3), "-3"), (.number(1e100), "1e+100"),
    (.number(1.0 / 3), "0.3333333333333333"),
    (.number(.infinity), "null"), (.number(.nan), "null"),
    (.flag(true), "true"), (.flag(false), "false"), (.nothing, "null"), (.list([]), "[]"),
    (.object([:]), "{}"),
    (.list([.list([]), .whole(1), .text("[")]), #"[[],1,"["]"#),
    (
      .object([
        "b": .object(["z": .nothing]), "a": .list([.flag(true), .nothing]), "": .text(""), "B": .whole(1),
      ]),
      #"{"":"","B":1,"a":[true,null],"b":{"z":null}}"#
    ),
  ])
  func `a tree is written on one line, its keys in order, with no more escapes than JSON asks for`(
    tree: JSONTree, expected: String
  ) {
    #expect(String(decoding: JSONText.encode(tree), as: UTF8.self) == expected)
  }

  @Test func `any tree has the bytes that the encoder gives, and is read back as it was`() throws {
    var random = SplitMix(seed: 17)
    for _ in 0..<2_000 {
      let tree = JSONTree.list([Self.tree(depth: 4, &random)])
      let bytes = JSONText.encode(tree)
      let encoded = try JSONText.encode(EncodedTree(tree: tree))
      #expect(bytes == encoded, "\(String(decoding: bytes, as: UTF8.self))")
      #expect(JSONFault(in: bytes) == nil)
      #expect(try JSONText.decode(JSONTree.self, from: bytes) == tree)
    }
  }

  private static func tree(depth: Int, _ random: inout SplitMix) -> JSONTree {
    switch random.number(0...(depth > 0 ? 7 : 5)) {
    case 0: return .nothing
    case 1: return .flag(random.chance(50))
    case 2: return .whole(random.chance(50) ? Int64(random.number(-9...9)) : Int64(bitPattern: random.next()))
    case 3:
      // One without a fraction is read back as a whole one.
      let number = Double(random.number(-1_000_000...1_000_000)) / 1024 * (random.chance(20) ? 1e-12 : 1)
      return number == number.rounded() ? .number(number + 0.25) : .number(number)
    case 4, 5: return .text(text(&random))
    case 6: return .list((0..<random.number(0...4)).map { _ in tree(depth: depth - 1, &random) })
    default:
      let members = (0..<random.number(0...4)).map { _ in (text(&random), tree(depth: depth - 1, &random)) }
      return .object(Dictionary(members) { first, _ in first })
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    let signs = [
      "a", "B", "0", "/", "\"", "\\", "\n", "\u{8}", "\u{1F}", "\u{7F}", "ü", "€", "🧪", "\u{2028}", "\r\n",
      " ",
    ]
    return (0..<random.number(0...20)).map { _ in random.pick(signs) }.joined()
  }
}

/// A tree as the encoder of Foundation is told of it.
private struct EncodedTree: Encodable {
  let tree: JSONTree

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch tree {
    case .text(let text): try container.encode(text)
    case .list(let elements): try container.encode(elements.map(EncodedTree.init))
    case .object(let members): try container.encode(members.mapValues(EncodedTree.init))
    case .whole(let whole): try container.encode(whole)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .nothing: try container.encodeNil()
    }
  }
}

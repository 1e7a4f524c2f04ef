import Rendering
import Testing
@Suite struct X { @Test func a() { #expect(!ADFRendering(Array("a".utf8)).document.json.isEmpty) } }

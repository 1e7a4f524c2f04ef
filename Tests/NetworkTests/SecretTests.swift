import Network
import Testing

@Suite struct SecretTests {
  @Test func `a secret shows itself in no way that a value is shown`() {
    let secret = Secret("hunter2")
    let authorization = Authorization.basic(user: "ada@example.org", password: secret)
    var dumped = ""
    dump(authorization, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), "\(authorization)", "\([secret])", dumped] {
      #expect(!text.contains("hunter2"), "\(text)")
    }
  }

  @Test func `bytes that became a secret are gone from where they came`() {
    var bytes = Array("hunter2".utf8)
    let secret = Secret(wiping: &bytes)
    #expect(bytes == [])
    #expect(secret.revealed == "hunter2")
    #expect(secret == Secret("hunter2"))
    #expect(secret != Secret("hunter3"))
    #expect(Secret("").isEmpty)
  }
}

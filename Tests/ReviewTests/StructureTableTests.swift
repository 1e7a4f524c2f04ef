import Review
import Testing

struct StructureTableTests {
  @Test(arguments: StructureTable.rows.map(\.rule))
  func `a rule of structure finds what it is for`(rule: String) throws {
    let row = try #require(StructureTable.rows.first { $0.rule == rule })
    #expect(row.fires.count >= 10)
    for body in row.fires {
      let found = RecordReview().findings(in: GoodRecord.document(replacing: [row.section: body]))
      #expect(found.contains { $0.rule == rule }, "\(body.debugDescription)")
    }
  }

  @Test(arguments: StructureTable.rows.map(\.rule))
  func `it leaves alone what comes near`(rule: String) throws {
    let row = try #require(StructureTable.rows.first { $0.rule == rule })
    #expect(row.passes.count >= 10)
    for body in row.passes {
      let found = RecordReview().findings(in: GoodRecord.document(replacing: [row.section: body]))
      #expect(!found.contains { $0.rule == rule }, "\(body.debugDescription)")
    }
  }
}

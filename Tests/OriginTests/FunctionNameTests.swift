import Testing

@testable import Origin

@Suite struct FunctionNameTests {
  @Test(arguments: [
    ("static int submit(struct queue *queue)", "submit"),
    ("func (r *Reader) ReadLine(limit int) error {", "ReadLine"),
    ("  def drain_queue(self, limit=None):", "drain_queue"), ("def drain", "drain"),
    ("  def self.parse text", "parse"),
    ("pub fn take_lines<T: Read>(input: T) -> usize {", nil),
    ("fn parse_line(text: &str) -> Line {", "parse_line"),
    ("void Stream::pushEvent(int event) const", "pushEvent"),
    ("static void __init probe_all(void)", "probe_all"),
    ("function copyFile(source, target) {", "copyFile"), ("sub read_config {", "read_config"),
    ("  public static void main(String[] arguments) {", nil), ("struct queue {", nil),
    ("class Reader(Base):", "Reader"),
    ("  if (streams == 1) {", nil), ("int init(void)", nil), ("", nil), ("é(", nil),
  ])
  func `the name of a function is read where it is plain`(line: String, name: String?) {
    #expect(FunctionName.read(Array(line.utf8)[...]) == name)
  }
}

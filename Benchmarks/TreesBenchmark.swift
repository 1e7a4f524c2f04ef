import Repository
import Storage
import Subprocess

/// How long the two trees take.
struct TreesBenchmark: Benchmark {
  let name = "trees"
  let question = "how long until two trees of 10,000 files stand, beside `git worktree add` done twice?"

  func measure(_ bench: Bench) throws -> [Figure] {
    let path = try bench.makeRepository("trees", files: 10_000)
    var ratios: [Double] = []
    for round in 0..<5 {
      let place = "\(bench.directory)/trees-\(round)"
      let ours = try bench.seconds {
        let repository = try Repository(around: path, environment: bench.environment, spawner: bench.spawner)
        let fix = try repository.commit("HEAD")
        let parent = try repository.firstParent(of: fix)
        let borrowing = try BorrowingRepository(creating: "\(place)/objects", borrowingFrom: repository)
        _ = try borrowing.checkOut(parent.id, at: "\(place)/a")
        _ = try borrowing.checkOut(fix.id, at: "\(place)/b")
      }
      let peer = try bench.seconds {
        try bench.run("git", ["worktree", "add", "-q", "--detach", "\(place)/c", "HEAD^"], in: path)
        try bench.run("git", ["worktree", "add", "-q", "--detach", "\(place)/d", "HEAD"], in: path)
      }
      ratios.append(ours / peer)
      try FileTree.remove(place)
      try bench.run("git", ["worktree", "prune"], in: path)
    }
    return [Figure(what: "median ratio of 5", value: median(ratios), unit: "×", bound: 1.2)]
  }
}

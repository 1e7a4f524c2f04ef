import Scratch
import Storage
import Subprocess

/// Slurm of one node on this machine, for as long as one command runs: its daemons are ended with it.
struct SlurmNode {
  /// Where its files are.
  let place: String

  /// A node in a directory; nil where Slurm is not installed (Debian: slurm-wlm and munge).
  init?(in place: String) {
    let path = "\(ProcessVariables.path):/usr/sbin:/usr/local/sbin"
    for program in ["munged", "slurmctld", "slurmd", "srun", "sinfo"] {
      guard ProgramSearch.find(program, path: path) != nil else { return nil }
    }
    self.place = place
  }

  /// Runs a command with the node up.
  func run(_ words: [String], in directory: String, environment: [String: String]) throws -> Capture {
    try Spawner().capture(
      Command(
        "sh", ["-c", Self.script, "sh"] + words,
        environment: environment.merging([
          "PATH": "\(ProcessVariables.path):/usr/sbin:/usr/local/sbin", "SLURM_CONF": "\(place)/slurm.conf",
          "NODE": place,
        ]) { $1 }, workingDirectory: directory), timeLimit: .seconds(240))
  }

  private static let script = """
    set -e
    user=$(id -un) host=$(uname -n) port=$((20000 + $$ % 20000))
    mkdir -p "$NODE/state" "$NODE/spool"
    cat >"$NODE/slurm.conf" <<END
    ClusterName=scratch
    SlurmctldHost=$host(127.0.0.1)
    SlurmctldPort=$port
    SlurmdPort=$((port + 1))
    SlurmUser=$user
    SlurmdUser=$user
    AuthType=auth/munge
    AuthInfo=socket=$NODE/munge.socket
    StateSaveLocation=$NODE/state
    SlurmdSpoolDir=$NODE/spool
    SlurmctldPidFile=$NODE/slurmctld.pid
    SlurmdPidFile=$NODE/slurmd.pid
    SlurmctldLogFile=$NODE/slurmctld.log
    SlurmdLogFile=$NODE/slurmd.log
    ProctrackType=proctrack/linuxproc
    KillWait=1
    TaskPlugin=task/none
    SwitchType=switch/none
    MpiDefault=none
    ReturnToService=2
    NodeName=$host NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN
    PartitionName=all Nodes=ALL Default=YES State=UP OverSubscribe=FORCE:8
    END
    head -c 1024 /dev/urandom >"$NODE/munge.key"
    chmod 400 "$NODE/munge.key"
    munged --foreground --force --key-file="$NODE/munge.key" --socket="$NODE/munge.socket" \\
      --pid-file="$NODE/munge.pid" --seed-file="$NODE/munge.seed" >"$NODE/munge.log" 2>&1 &
    until [ -S "$NODE/munge.socket" ]; do kill -0 $!; done
    slurmctld -D >/dev/null 2>&1 &
    slurmd -D >/dev/null 2>&1 &
    # A node that is known is up as soon as it is idle; each question waits for an answer.
    tries=0
    until sinfo --noheader --format=%t 2>/dev/null | grep -q idle; do
      tries=$((tries + 1))
      [ $tries -lt 2000 ] || { tail -n 20 "$NODE"/*.log >&2; exit 99; }
    done
    "$@"
    """
}

// The few system calls behind `Subprocess` that Swift does not see: those that glibc hides behind _GNU_SOURCE,
// and those whose names differ between Linux and macOS.
#ifndef POSTMORTEM_CSUBPROCESS_H
#define POSTMORTEM_CSUBPROCESS_H

#include <sys/types.h>

/// What a child is given. Descriptors below zero mean /dev/null.
struct csubprocess_request {
  const char *executable;         // absolute path
  char *const *arguments;         // NULL-terminated, argv[0] included
  char *const *environment;       // NULL-terminated NAME=VALUE
  const char *working_directory;  // absolute path
  int standard_input;
  int standard_output;
  int standard_error;
  int in_foreground;  // 1: in our own session and process group, so that the terminal is the child's as well
};

/// Starts a child, in a session of its own unless it is to be in the foreground, with default signal handlers, an
/// empty signal mask and no descriptor of ours but the three given. Returns 0 and sets `pid`, or an errno.
int csubprocess_spawn(const struct csubprocess_request *request, pid_t *pid);

/// A close-on-exec descriptor that becomes readable when `pid`, a child of ours that has not been reaped,
/// ends. Returns -1 with errno set; ESRCH means it has ended already.
int csubprocess_open_exit_descriptor(pid_t pid);

/// A pipe whose two ends are close-on-exec. Returns 0 or -1 with errno set.
int csubprocess_pipe(int ends[2]);

/// What is known of how a reaped child ended.
struct csubprocess_ending {
  int signalled;  // 1: `code` is a signal's number; 0: an exit status
  int code;
  long long user_microseconds;
  long long system_microseconds;
  long long peak_memory_bytes;
};

/// Waits for `pid` and reaps it. Returns 0 or an errno.
int csubprocess_reap(pid_t pid, struct csubprocess_ending *ending);

/// Makes this process the one that inherits the orphans of its descendants (Linux; elsewhere it does nothing),
/// so that a child that daemonises stays findable; or, with 0, no longer. Returns 0 or an errno.
int csubprocess_adopt_orphans(int adopts);

/// Ignores, with 1, what the keys Ctrl-C and Ctrl-\ send, and gives them, with 0, back the effect that they had.
void csubprocess_ignore_keyboard(int ignores);

/// Makes SIGINT, SIGTERM and SIGHUP write one byte, the signal's number, into a pipe of this process
/// instead of ending it, and SIGPIPE be ignored. Returns the reading end, or -1 with errno set.
int csubprocess_watch_interrupts(void);

#endif

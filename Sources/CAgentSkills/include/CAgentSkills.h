// The files below skills/, which the compiler takes into the program (`#embed`): they cannot be older than the program, and
// need no place beside it. A change of one builds this anew.
#ifndef POSTMORTEM_CAGENTSKILLS_H
#define POSTMORTEM_CAGENTSKILLS_H

#include <stddef.h>

/// A file that is in the program.
struct cagentskills_file {
  const char *path;            // below skills/
  const unsigned char *bytes;  // not NUL-terminated
  size_t count;
};

/// The files, in the order of their paths; sets how many there are.
const struct cagentskills_file *cagentskills_files(size_t *count);

#endif

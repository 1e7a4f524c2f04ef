#include <sqlite3.h>
// What the macro SQLITE_TRANSIENT is: it has the library copy what is bound.
static inline sqlite3_destructor_type postmortem_sqlite_copies(void) { return SQLITE_TRANSIENT; }

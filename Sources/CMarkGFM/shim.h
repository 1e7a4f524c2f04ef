// The extensions (tables, strikethrough, autolinks, task lists) are a library and a header of their own.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
// Its strings end in a NUL; a note's number is one of them.
#include <stdlib.h>
#include <string.h>

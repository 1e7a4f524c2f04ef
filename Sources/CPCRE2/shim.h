// PCRE2 picks its function names by this macro; Swift wants it set before the header is read.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

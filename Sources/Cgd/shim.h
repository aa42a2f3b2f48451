#include <gd.h>
#include <stdarg.h>

/* libgd writes what it dislikes about a picture to standard error; a hostile picture must not fill our log. */
static void linli_gd_quiet(int priority, const char *format, va_list arguments) {
    (void)priority;
    (void)format;
    (void)arguments;
}

static inline void linli_gd_silence(void) { gdSetErrorMethod(linli_gd_quiet); }

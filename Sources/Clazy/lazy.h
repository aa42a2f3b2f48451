#ifndef LINLI_LAZY_H
#define LINLI_LAZY_H

/* The address of a library's function; ends the program with a word on standard error where there is none,
 * which whoever asked linli_lacks_… first never sees. */
void *linli_function(const char *library, const char *name);

/* Why a library cannot be opened; NULL where it can. */
const char *linli_lacks(const char *library);

/* The function `name` itself, found once. */
#define FOUND(library, name)                                                  \
    ({                                                                        \
        static void *kept;                                                    \
        void *function = __atomic_load_n(&kept, __ATOMIC_ACQUIRE);            \
        if (!function) {                                                      \
            function = linli_function(library, #name);                        \
            __atomic_store_n(&kept, function, __ATOMIC_RELEASE);              \
        }                                                                     \
        (__typeof__(&name))function;                                          \
    })

/* Defines a function of a library's header as a call that is passed on. */
#define PASS_ON(library, result, name, parameters, arguments) \
    result name parameters { return FOUND(library, name) arguments; }

#endif

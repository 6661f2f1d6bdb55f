#ifndef NEXT_H
#define NEXT_H

#include <dlfcn.h>
#include <stdlib.h>

/// The C library's own function of this name.
#define NEXT(name)                                                    \
    ({                                                                \
        static __typeof__(&name) next;                                \
        if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name); \
        if (!next) abort();                                           \
        next;                                                         \
    })

#endif
